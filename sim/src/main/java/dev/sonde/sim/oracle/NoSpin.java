package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

/** No pair starts a probe inside its pause. */
final class NoSpin extends Invariant implements Hooks.OnCreated {

    NoSpin(Ledger ledger) {
        super(ledger, "NoSpin");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        long restsUntil = ledger.pairs.restsUntil(a, b);
        if (ledger.nowNanos < restsUntil) {
            fails(a + " and " + b + " were put into a probe again; a pause of another "
                    + Words.millis(restsUntil - ledger.nowNanos) + " was expected");
        }
    }
}
