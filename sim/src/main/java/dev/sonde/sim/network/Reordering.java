package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Draws;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds back some packets of one person for a while, so that those sent later get there sooner.
 * Delivered once one that was held has been overtaken.
 */
final class Reordering {

    private final String person;
    private final double probability;
    private final long byNanos;
    private final long fromNanos;
    private final long untilNanos;
    private final Proof proof = new Proof();
    private final List<Held> held = new ArrayList<>();

    private record Held(String sender, String receiver, long leavesNanos) {

        boolean isOvertakenBy(String other, String otherReceiver, long otherNanos) {
            return otherNanos < leavesNanos
                    && sender.equals(other)
                    && receiver.equals(otherReceiver);
        }
    }

    Reordering(String person, double probability, long byNanos, long fromNanos, long untilNanos) {
        this.person = person;
        this.probability = probability;
        this.byNanos = byNanos;
        this.fromNanos = fromNanos;
        this.untilNanos = untilNanos;
    }

    Proof proof() {
        return proof;
    }

    /**
     * How long a packet is held back that is sent now.
     *
     * @param leavesNanos when it would leave if it were not
     */
    long holdsNanos(Draws draws, String sender, String receiver, long nowNanos, long leavesNanos) {
        boolean isHeld = nowNanos >= fromNanos
                && nowNanos < untilNanos
                && (person.equals(sender) || person.equals(receiver))
                && draws.chance(probability);
        long holds = isHeld ? byNanos : 0;
        held.removeIf(one -> one.leavesNanos <= nowNanos);
        for (Held one : held) {
            if (one.isOvertakenBy(sender, receiver, leavesNanos + holds)) {
                proof.acts();
            }
        }
        if (isHeld) {
            held.add(new Held(sender, receiver, leavesNanos + holds));
        }
        return holds;
    }
}
