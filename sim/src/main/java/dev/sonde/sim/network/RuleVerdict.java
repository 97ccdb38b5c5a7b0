package dev.sonde.sim.network;

/** What a rule says about one packet. */
public sealed interface RuleVerdict {

    /** Nothing: the next rule is asked. */
    RuleVerdict PASS = new Pass();

    /** Nothing to say. */
    record Pass() implements RuleVerdict {}

    /**
     * The packet goes on later.
     *
     * @param nanos by how much, at least 0
     */
    record DeliverAfter(long nanos) implements RuleVerdict {
        public DeliverAfter {
            if (nanos < 0) {
                throw new IllegalArgumentException("a packet is not delivered before it is sent");
            }
        }
    }

    /** The packet is gone. */
    record Drop(String why) implements RuleVerdict {}

    /**
     * The packet goes on now, and again.
     *
     * @param times how many copies follow, at least 1
     * @param afterNanos how much later the copies go on, at least 0
     */
    record Duplicate(int times, long afterNanos) implements RuleVerdict {
        public Duplicate {
            if (times < 1 || afterNanos < 0) {
                throw new IllegalArgumentException(
                        "at least one copy follows, and not before its packet");
            }
        }
    }
}
