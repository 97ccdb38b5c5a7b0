package dev.sonde.sim.scenario;

import java.util.List;

/** Faults drawn at random, so many in each period. */
public record Storm(
        @Key(
                value = "from",
                unset = "0s",
                min = "0s",
                doc = "When the storm begins.",
                example = "100s")
        long fromNanos,

        @Key(value = "to", min = "0s", doc = "When it is over.", example = "110s")
        long toNanos,

        @Key(
                value = "kinds",
                doc = "Kinds of faults to draw from.",
                example = "[disconnect, delay-spike]")
        List<Kind> kinds,

        @Key(value = "rate", doc = "How many faults.", example = "1/s")
        Rate rate)
        implements FaultEntry {

    /** The kinds that a storm may draw from. */
    public enum Kind {
        DROP,
        DELAY,
        REPEAT,
        DISCONNECT,
        RELOAD,
        LEAVE,
        FREEZE,
        SLOW_READER,
        FORGE,
        STALL,
        DELAY_SPIKE,
        LOSS_SPIKE,
        PARTITION,
        TURN_DOWN,
        CRASH,
        SHUTDOWN,
        CLOCK_RATE,
        DIE,
        LOSE,
        REBIND,
        DUPLICATE_SPIKE,
        REORDER_SPIKE;

        /** True if only the packet detail knows such a thing. */
        public boolean needsPackets() {
            return switch (this) {
                case LOSE, REBIND, DUPLICATE_SPIKE, REORDER_SPIKE -> true;
                default -> false;
            };
        }
    }

    /** @throws IllegalArgumentException if it ends before it begins, or has no kinds */
    public Storm {
        kinds = List.copyOf(kinds);
        if (toNanos <= fromNanos) {
            throw new KeyException(
                    "to",
                    "the storm ends at " + Durations.print(toNanos) + ", but begins at "
                            + Durations.print(fromNanos),
                    "let it end later than it begins");
        }
        if (kinds.isEmpty() || kinds.stream().distinct().count() != kinds.size()) {
            throw new KeyException(
                    "kinds",
                    "the storm names no kind, or one twice",
                    "name each kind of fault once");
        }
    }
}
