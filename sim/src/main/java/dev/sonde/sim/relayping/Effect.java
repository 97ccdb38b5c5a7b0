package dev.sonde.sim.relayping;

/** What the coordinator wants done, or says that it did. */
sealed interface Effect {

    /** How a pair ended. */
    enum Outcome {
        /** Both halves are measured. */
        COMPLETE("complete", "Pairs of which both halves were measured"),
        /** Somebody was not ready in time. */
        NOT_READY("not-ready", "Pairs of which somebody was not ready in time"),
        /** The echoes took too long. */
        TIMEOUT("timeout", "Probes that failed with timeout"),
        /** A member's connection ended. */
        MEMBER_LOST("member-lost", "Probes that failed with member-lost"),
        /** A member wanted no partner any more. */
        MEMBER_LEFT("member-left", "Probes that failed with member-left");

        final String word;
        final String meaning;

        Outcome(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    /** Why an input changed nothing. */
    enum Refusal {
        /** It came on a connection that was replaced. */
        STALE_CONNECTION,
        /** Who joins has joined. */
        JOINED_TWICE,
        /** There is no such pair any more, or the sender is no member of it. */
        UNKNOWN_PAIR,
        /** The pair is past being ready, or not yet measured, or heard the same before. */
        OUT_OF_PHASE,
        /** The timestamp is not the one that this member was sent last. */
        WRONG_STAMP
    }

    /** A message for the member on this connection. */
    record Send(long connection, Message.ToMember message) implements Effect {

        @Override
        public String toString() {
            return "sends #" + connection + " " + message;
        }
    }

    /** Two people are to be measured; first both have to be ready. */
    record Paired(PairId pair, String one, String other) implements Effect {

        @Override
        public String toString() {
            return pair + " is " + one + " and " + other;
        }
    }

    /** Both are ready: the pings begin. */
    record Measuring(PairId pair) implements Effect {

        @Override
        public String toString() {
            return pair + " is measured";
        }
    }

    /**
     * A pair is over, for ever.
     *
     * @param rttNanos the estimate; -1 if there is none
     */
    record Ended(PairId pair, Outcome outcome, long rttNanos) implements Effect {

        @Override
        public String toString() {
            return pair + " ends " + outcome.word
                    + (rttNanos < 0 ? "" : " with " + rttNanos / 1_000 + " us");
        }
    }

    /** Two people have each other. */
    record Matched(PairId pair, String one, String other) implements Effect {

        @Override
        public String toString() {
            return pair + " is a match";
        }
    }

    /** An input changed nothing. */
    record Refused(long connection, Refusal reason) implements Effect {

        @Override
        public String toString() {
            return "refuses #" + connection + ": " + reason;
        }
    }
}
