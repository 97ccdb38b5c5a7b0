package dev.sonde.sim.oracle;

import dev.sonde.sim.outcome.ClaimKind;

/** Comes true within a {@link Budget}. */
abstract non-sealed class Promise extends Claim {

    final Budget budget;

    Promise(Ledger ledger, String name, Budget budget) {
        super(ledger, name, EFFECTS);
        this.budget = budget;
    }

    @Override
    final ClaimKind kind() {
        return ClaimKind.PROMISE;
    }

    @Override
    final boolean needsTheEnd() {
        return true;
    }
}
