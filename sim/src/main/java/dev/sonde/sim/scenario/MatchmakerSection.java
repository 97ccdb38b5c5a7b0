package dev.sonde.sim.scenario;

import java.util.OptionalLong;

/** Which matchmaker decides, and by which limits. */
public record MatchmakerSection(
        @Key(
                value = "type",
                as = As.MATCHMAKER,
                unset = "fifo",
                doc = "`fifo`, `latency-fifo`, `group-reunion`, or the name of your class.",
                example = "latency-fifo")
        String type,

        @Key(
                value = "max-server-rtt",
                unset = Key.NONE,
                min = "0s",
                doc = "Most that two people's round-trip times to the server may sum up to.",
                example = "200ms")
        OptionalLong maxServerRttNanos,

        @Key(
                value = "max-p2p-rtt",
                unset = Key.NONE,
                min = "0s",
                doc = "Longest measured round-trip time of a match; nothing is probed without it.",
                example = "100ms")
        OptionalLong maxP2pRttNanos,

        @Key(
                value = "group-size",
                unset = "2",
                min = "2",
                max = "16",
                doc = "How many people make a match.",
                example = "3")
        int groupSize,

        @Key(
                value = "fallback-to-fifo",
                unset = "true",
                doc = "Whether `group-reunion` takes strangers where no past partner waits.",
                example = "false")
        boolean fallbackToFifo) {

    /** @throws IllegalArgumentException if {@code latency-fifo} has no limit to go by */
    public MatchmakerSection {
        if (type.equals("latency-fifo") && maxServerRttNanos.isEmpty()) {
            throw new KeyException(
                    "type",
                    "latency-fifo needs max-server-rtt",
                    "add max-server-rtt: 200ms, or take fifo");
        }
    }
}
