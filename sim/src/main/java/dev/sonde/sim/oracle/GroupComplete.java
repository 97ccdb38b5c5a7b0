package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;

import java.util.List;

/** A match has as many members as a group; where a limit is set, every pair was measured. */
final class GroupComplete extends Invariant implements Hooks.OnMatchFormed {

    GroupComplete(Ledger ledger) {
        super(ledger, "GroupComplete");
    }

    @Override
    public void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        if (members.size() != ledger.settings.groupSize()) {
            fails("a match of " + members + " was formed; " + ledger.settings.groupSize()
                    + " members were expected");
        } else if (ledger.settings.isMeasuring()) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    check(effect, members.get(j), members.get(i));
                }
            }
        }
    }

    private void check(Effect.MatchFormed effect, Person one, Person other) {
        if (one != other && !isMeasured(effect, one, other)) {
            fails("a match of " + effect.members() + " was formed, but " + one + " and " + other
                    + " were not measured");
        }
    }

    private static boolean isMeasured(Effect.MatchFormed effect, Person one, Person other) {
        for (Effect.PairRtt pair : effect.pairs()) {
            boolean isInOrder =
                    pair.subjectA().equals(one.subject) && pair.subjectB().equals(other.subject);
            boolean isReversed =
                    pair.subjectA().equals(other.subject) && pair.subjectB().equals(one.subject);
            if (isInOrder || isReversed) {
                return true;
            }
        }
        return false;
    }
}
