package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.StayEnd;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * No pair is banned without a measured RTT over the limit: once the pause after a failure is over,
 * the two are proposed again if both are free.
 */
final class FailClass extends Invariant
        implements Hooks.OnFinished, Hooks.AfterEvent, Hooks.OnStayClosed {

    private final Proposals proposals;
    private final PriorityQueue<Rest> rests =
            new PriorityQueue<>(1, Comparator.comparingLong(Rest::untilNanos));

    @Nullable
    private ProbeLog failedNow;

    private record Rest(Person one, Person other, long untilNanos) {}

    FailClass(Ledger ledger, Proposals proposals) {
        super(ledger, "FailClass");
        this.proposals = proposals;
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        noteEarlier();
        if (probe != null && effect.outcome() instanceof ProbeOutcome.Failed) {
            failedNow = probe;
        }
    }

    /** The pause is known once the ledger has read the end of the probe. */
    private void noteEarlier() {
        ProbeLog probe = failedNow;
        if (probe != null) {
            failedNow = null;
            Person one = probe.a.person;
            Person other = probe.b.person;
            long until = ledger.pair(one, other).longestUntilNanos;
            rests.add(new Rest(one, other, until + proposals.budget.nanos()));
        }
    }

    @Override
    public void afterEvent(long nowNanos) {
        noteEarlier();
        Rest rest = rests.peek();
        while (rest != null && rest.untilNanos() + 1 < nowNanos) {
            rests.remove();
            if (!isViolated()) {
                ask(rest.one());
            }
            rest = rests.peek();
        }
    }

    @Override
    public void stayClosed(Effect.StayClosed effect, Person person) {
        if (effect.reason() == StayEnd.EXPIRED || effect.reason() == StayEnd.LEFT) {
            ask(person);
        }
    }

    private void ask(Person person) {
        List<Person> group = proposals.around(person);
        if (hasFailedPair(ledger, group)) {
            fails(group
                    + " are free, their pause after a failure without a measurement is over, and"
                    + " the matchmaker would propose them; a failure bans nobody");
        }
    }

    static boolean hasFailedPair(Ledger ledger, List<Person> group) {
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (ledger.pairs.lastFailed(group.get(i), group.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
