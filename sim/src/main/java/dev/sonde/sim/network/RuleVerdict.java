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
     * The packet goes on now and once more.
     *
     * @param afterNanos how much later the copy goes on, at least 0
     */
    record Duplicate(long afterNanos) implements RuleVerdict {
        public Duplicate {
            if (afterNanos < 0) {
                throw new IllegalArgumentException("a copy is not delivered before its packet");
            }
        }
    }
}
