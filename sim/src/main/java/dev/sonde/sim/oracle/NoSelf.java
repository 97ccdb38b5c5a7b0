package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

import java.util.List;

/** Nobody is probed or matched with themselves. */
final class NoSelf extends Invariant implements Hooks.OnCreated, Hooks.OnMatchFormed {

    NoSelf(Ledger ledger) {
        super(ledger, "NoSelf");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        if (a == b) {
            fails(a + " was put into a probe with " + b + "; two people were expected");
        }
    }

    @Override
    public void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        for (int i = 1; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (members.get(j) == members.get(i)) {
                    fails(members.get(i)
                            + " is twice in one match; distinct members were expected");
                }
            }
        }
    }
}
