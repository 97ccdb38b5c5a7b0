package dev.sonde.sim.oracle;

import dev.sonde.sim.outcome.ClaimKind;

/** Holds after every event. */
abstract non-sealed class Invariant extends Claim {

    Invariant(Ledger ledger, String name) {
        super(ledger, name, EFFECTS);
    }

    @Override
    final ClaimKind kind() {
        return ClaimKind.INVARIANT;
    }

    @Override
    final boolean needsTheEnd() {
        return false;
    }
}
