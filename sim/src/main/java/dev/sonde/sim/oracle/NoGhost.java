package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.StayEnd;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Nobody who left, expired or is away is proposed or probed; nobody who left or expired is matched.
 * Where nothing is measured, a match is the proposal.
 */
final class NoGhost extends Invariant
        implements Hooks.OnCreated, Hooks.OnMatchFormed, Hooks.AfterStep {

    /** Without measurements, members must have been heard from so lately (protocol.md). */
    private static final long HEARD_NANOS = TimeUnit.SECONDS.toNanos(10);

    NoGhost(Ledger ledger) {
        super(ledger, "NoGhost");
    }

    @Override
    public void created(Effect.ProbeCreated effect, Person a, Person b) {
        propose(a, b);
        propose(b, a);
    }

    private void propose(Person person, Person partner) {
        if (!person.waiting) {
            fails(person + " was probed with " + partner + ", but is not waiting");
        } else if (!person.mayBePresent(ledger.step)) {
            fails(person + " was probed with " + partner + ", but is away");
        } else if (person.owesJoin && person.presenceStep != ledger.step) {
            fails(person + " was probed with " + partner
                    + ", but another page is there that has not joined");
        } else if (isExpired(person)) {
            fails(person + " was probed with " + partner + ", but the waiting time was over "
                    + Words.millis(ledger.nowNanos
                            - person.joinedAtNanos
                            - ledger.settings.waiting().timeNanos())
                    + " ago");
        }
    }

    private boolean isExpired(Person person) {
        return ledger.nowNanos - person.joinedAtNanos
                > ledger.settings.waiting().timeNanos() + ledger.settings.latenessNanos();
    }

    @Override
    public void matchFormed(Effect.MatchFormed effect, List<Person> members) {
        for (Person member : members) {
            boolean isClosedForIt = !member.waiting
                    && member.stayEnd == StayEnd.MATCHED
                    && member.stayClosedStep == ledger.step;
            if (!member.waiting && !isClosedForIt) {
                fails(member + " was matched, but is not waiting");
            } else if (!ledger.settings.isMeasuring()) {
                proposeForMatch(member);
            }
        }
    }

    private void proposeForMatch(Person member) {
        if (!member.mayBePresent(ledger.step)) {
            fails(member + " was matched, but is away and was not measured");
        } else if (ledger.nowNanos - member.heardAtNanos > HEARD_NANOS) {
            fails(member + " was matched, but was last heard from "
                    + Words.millis(ledger.nowNanos - member.heardAtNanos)
                    + " ago; at most 10000 ms was expected");
        }
    }

    @Override
    public void afterStep() {
        Connection on = ledger.on;
        if (on != null && on.person.leaveStep == ledger.step && on.person.waiting) {
            fails(on.person + " left, but is still waiting");
        }
    }
}
