package dev.sonde.sim.oracle;

import dev.sonde.sim.outcome.ClaimKind;

/** Holds when nothing is left to do. */
abstract non-sealed class EndCheck extends Claim {

    EndCheck(Ledger ledger, String name, String reads) {
        super(ledger, name, reads);
    }

    @Override
    final ClaimKind kind() {
        return ClaimKind.END;
    }

    @Override
    final boolean needsTheEnd() {
        return true;
    }
}
