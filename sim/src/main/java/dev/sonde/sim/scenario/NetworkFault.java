package dev.sonde.sim.scenario;

import java.util.List;

/** A fault of what carries packets: people's links, paths, the TURN server. */
public sealed interface NetworkFault extends TimedFault
        permits NetworkFault.Stall,
                NetworkFault.DelaySpike,
                NetworkFault.LossSpike,
                NetworkFault.DuplicateSpike,
                NetworkFault.ReorderSpike,
                NetworkFault.Partition,
                NetworkFault.TurnDown,
                NetworkFault.Rebind {

    /** Which way of a link. */
    enum Direction {
        OUT,
        IN,
        BOTH
    }

    /** Which of the two networks. */
    enum Plane {
        SIGNALLING,
        MEDIA,
        BOTH
    }

    /** A signalling connection carries nothing for a while, then all at once. */
    record Stall(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "stall", as = As.PERSON, doc = "Whose connection.", example = "ann")
            String person,

            @Key(
                    value = "direction",
                    unset = "both",
                    doc = "Which way: `out` is from the person, `in` to the person.",
                    example = "out")
            Direction direction,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** Everything takes longer for a while. */
    record DelaySpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "delay-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(value = "by", min = "1ms", doc = "How much longer, one way.", example = "400ms")
            long byNanos,

            @Key(value = "plane", unset = "both", doc = "Which network.", example = "media")
            Plane plane,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** Datagrams on the media plane are lost for a while. */
    record LossSpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "loss-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(
                    value = "loss",
                    unset = "100%",
                    min = "0%",
                    max = "100%",
                    doc = "Which share is lost.",
                    example = "30%")
            long lossPpm,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** Datagrams on the media plane arrive twice for a while; only at packet detail. */
    record DuplicateSpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "duplicate-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(
                    value = "share",
                    unset = "100%",
                    min = "0%",
                    max = "100%",
                    doc = "Which share arrives twice.",
                    example = "30%")
            long sharePpm,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** Datagrams on the media plane overtake others for a while; only at packet detail. */
    record ReorderSpike(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(value = "reorder-spike", as = As.PERSON, doc = "Whose links.", example = "ann")
            String person,

            @Key(
                    value = "share",
                    unset = "50%",
                    min = "0%",
                    max = "100%",
                    doc = "Which share is held back, so that what is sent later overtakes it.",
                    example = "50%")
            long sharePpm,

            @Key(
                    value = "by",
                    unset = "100ms",
                    min = "1ms",
                    doc = "How long it is held back, one way.",
                    example = "100ms")
            long byNanos,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** Two people cannot reach each other, or one person can reach nobody. */
    record Partition(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "partition",
                    doc = "Which network is cut; `signalling` is the way to the server.",
                    example = "media")
            Plane plane,

            @Key(
                    value = "between",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "The two people who cannot reach each other on the media plane.",
                    example = "[ann, bob]")
            List<String> between,

            @Key(
                    value = "of",
                    as = As.PERSON,
                    unset = Key.NONE,
                    doc = "The one who is cut off from everybody; instead of `between`.",
                    example = "ann")
            String of,

            @Key(
                    value = "direction",
                    unset = "both",
                    doc = "Which way is cut: `out` is from the first person, `in` to the first.",
                    example = "out")
            Direction direction,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {

        /** @throws IllegalArgumentException if it does not say who, or says it twice */
        public Partition {
            between = List.copyOf(between);
            if (between.isEmpty() == of.isEmpty()) {
                throw new KeyException(
                        "partition",
                        "the partition does not say whom it cuts off",
                        "add either between or of");
            }
            if (!between.isEmpty()) {
                requirePair(between, plane);
            }
        }

        private static void requirePair(List<String> between, Plane plane) {
            if (between.size() != 2 || between.get(0).equals(between.get(1))) {
                throw new KeyException(
                        "between", "a partition between " + between, "name two different people");
            }
            if (plane != Plane.MEDIA) {
                throw new KeyException(
                        "partition",
                        "people reach each other on the media plane only",
                        "write partition: media, or of: " + between.get(0));
            }
        }
    }

    /** The TURN server does not answer for a while; what it relays is lost. */
    record TurnDown(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "turn-down",
                    as = As.SERVER,
                    doc = "The only TURN server there is.",
                    example = "server")
            String server,

            @Key(value = "for", min = "1ms", doc = "How long it lasts.", example = "3s")
            long forNanos)
            implements NetworkFault {}

    /** A NAT forgets its mappings and uses other ports from then on; only at packet detail. */
    record Rebind(
            @Key(value = "at", min = "0s", doc = "When it happens.", example = "2s")
            long atNanos,

            @Key(
                    value = "rebind",
                    as = As.PERSON,
                    doc = "Who is behind that NAT; all others behind it are hit too.",
                    example = "ann")
            String person,

            @Key(
                    value = "nat",
                    unset = "nearest",
                    doc = "Which one, where a carrier has another one.",
                    example = "carrier")
            Which which)
            implements NetworkFault {

        /** Which of the NATs on the way. */
        public enum Which {
            NEAREST,
            CARRIER
        }
    }
}
