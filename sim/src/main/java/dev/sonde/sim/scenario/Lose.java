package dev.sonde.sim.scenario;

import java.util.OptionalLong;

/**
 * Datagrams of the media plane that are lost, at packet detail. They are told by who sends them and
 * who is meant in the end, so one that goes over the TURN server counts once.
 */
public record Lose(
        @Key(value = "at", unset = "0s", min = "0s", doc = "From when on.", example = "2s")
        long atNanos,

        @Key(value = "lose", doc = "Which datagrams are lost.", example = "check")
        What what,

        @Key(
                value = "from",
                as = As.PERSON,
                unset = Key.NONE,
                doc = "Only what this person sends.",
                example = "ann")
        String from,

        @Key(
                value = "to",
                as = As.PERSON,
                unset = Key.NONE,
                doc = "Only what is meant for this person.",
                example = "bob")
        String to,

        @Key(
                value = "over",
                unset = "any",
                doc = "Only what goes over the TURN server, or only what does not.",
                example = "relay")
        Over over,

        @Key(
                value = "nth",
                unset = Key.NONE,
                min = "1",
                max = "1000000",
                doc = "Only this one of those that fit, counted from 1; without it, all.",
                example = "3")
        OptionalLong nth,

        @Key(
                value = "for",
                unset = Key.NONE,
                min = "1ms",
                doc = "How long it lasts; without it, until the scenario's `until`.",
                example = "3s")
        OptionalLong forNanos)
        implements FaultEntry {

    /** Sorts of datagrams. */
    public enum What {
        ANY,
        /** Questions to the STUN server, and its answers. */
        STUN,
        /** Requests to the TURN server, and its replies. */
        TURN,
        /** Of TURN, only requests to let somebody in. */
        PERMISSION,
        /** A connectivity check. */
        CHECK,
        /** What a check is answered with. */
        CHECK_ANSWER,
        DTLS,
        /** Handshake and opening of the data channel. */
        SCTP,
        PING,
        PONG;

        /** True if the server itself is asked, or answers. */
        public boolean isOfServer() {
            return this == STUN || this == TURN || this == PERMISSION;
        }
    }

    /** Which way it goes. */
    public enum Over {
        ANY,
        DIRECT,
        RELAY
    }

    /** @throws IllegalArgumentException if nothing can ever fit */
    public Lose {
        if (!from.isEmpty() && from.equals(to)) {
            throw new KeyException("to", "nobody sends to themself", "name another person");
        }
        boolean toServer = what.isOfServer();
        if (toServer && over != Over.ANY) {
            throw new KeyException(
                    "over", "what the server itself is asked goes over no relay", "leave it out");
        }
        if (what == What.PERMISSION && !to.isEmpty()) {
            throw new KeyException(
                    "to",
                    "permissions are asked of the server only",
                    "write from:, or leave it out");
        }
        if (toServer && !from.isEmpty() && !to.isEmpty()) {
            throw new KeyException(
                    "to",
                    "the server is asked by one person, and answers that person",
                    "write from: for what is asked, or to: for the answers");
        }
    }

    /** When it is over, if it starts at 0 and everything stops at {@code untilNanos}. */
    public long endNanos(long untilNanos) {
        return forNanos.isPresent()
                ? Math.min(untilNanos, atNanos + forNanos.getAsLong())
                : untilNanos;
    }
}
