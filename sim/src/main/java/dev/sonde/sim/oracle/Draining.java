package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

/** Nobody is proposed while a client of theirs may still be measuring for an earlier probe. */
final class Draining extends Invariant implements Hooks.OnCreated {

    Draining(Ledger ledger) {
        super(ledger, "Draining");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        check(a, b);
        check(b, a);
    }

    private void check(Person person, Person other) {
        ProbeLog earlier = person.drainingFor;
        if (earlier != null && ledger.nowNanos < person.drainingUntilNanos) {
            fails(person + " was put into a probe with " + other + ", but may be measuring for "
                    + Words.probe(earlier) + " for another "
                    + Words.millis(person.drainingUntilNanos - ledger.nowNanos));
        }
    }
}
