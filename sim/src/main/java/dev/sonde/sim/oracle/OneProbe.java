package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

/** A subject is in at most one live probe. */
final class OneProbe extends Invariant implements Hooks.OnCreated {

    OneProbe(Ledger ledger) {
        super(ledger, "OneProbe");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        check(a, b);
        check(b, a);
    }

    private void check(Person person, Person other) {
        if (person.probe != null) {
            fails(person + " was put into a probe with " + other + " during "
                    + Words.probe(person.probe) + "; one at a time was expected");
        }
    }
}
