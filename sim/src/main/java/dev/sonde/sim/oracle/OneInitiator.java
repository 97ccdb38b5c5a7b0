package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

/** The two ids of a probe order under the client's own rule, so that exactly one side offers. */
final class OneInitiator extends Invariant implements Hooks.OnCreated {

    OneInitiator(Ledger ledger) {
        super(ledger, "OneInitiator");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        if (a != b && ClientOrder.compare(a.subject, b.subject) == 0) {
            fails(a + " and " + b
                    + " were put into a probe, but to their clients neither id is lower;"
                    + " nobody will offer");
        }
    }
}
