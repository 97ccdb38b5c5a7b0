package dev.sonde.sim.relayping;

/** What members and the server say to each other. */
sealed interface Message {

    /** A member says it. */
    sealed interface ToServer extends Message {}

    /** The server says it. */
    sealed interface ToMember extends Message {}

    /** Wants a partner; once on each connection. */
    record Join() implements ToServer {

        @Override
        public String toString() {
            return "join";
        }
    }

    /** Wants none any more. */
    record Leave() implements ToServer {

        @Override
        public String toString() {
            return "leave";
        }
    }

    /** Can be measured now. */
    record Ready(PairId pair) implements ToServer {

        @Override
        public String toString() {
            return "ready for " + pair;
        }
    }

    /** Gives a timestamp back as it came. */
    record Echo(PairId pair, long stampNanos) implements ToServer {

        @Override
        public String toString() {
            return "echo for " + pair;
        }
    }

    /** Asks whether the member can be measured. */
    record Invite(PairId pair) implements ToMember {

        @Override
        public String toString() {
            return "invite to " + pair;
        }
    }

    /** Carries the server's time, to be echoed at once. */
    record Ping(PairId pair, long stampNanos) implements ToMember {

        @Override
        public String toString() {
            return "ping of " + pair;
        }
    }

    /** The pair is over and no match; the member waits again. */
    record Over(PairId pair) implements ToMember {

        @Override
        public String toString() {
            return pair + " is over";
        }
    }

    /** The member has a partner, and waits no more. */
    record Matched(String partner) implements ToMember {

        @Override
        public String toString() {
            return "matched with " + partner;
        }
    }
}
