package dev.sonde.sim.scenario;

import java.util.List;

/** How far schedules may stray from the default order. */
public record ExploreSection(
        @Key(
                value = "lateness",
                unset = "0ms..50ms",
                doc = "How late timers may be.",
                example = "0ms..50ms")
        DurationRange lateness,

        @Key(
                value = "slack",
                unset = "0ms..500ms",
                doc = "How much later than its link says a message may come.",
                example = "0ms..500ms")
        DurationRange slack,

        @Key(
                value = "faults",
                unset = "2",
                min = "0",
                max = "100",
                doc = "How many faults an explorer may add to those of the file.",
                example = "2")
        int faults,

        @Key(
                value = "grid",
                unset = "[soonest, latest]",
                doc = "At which instants of its window an event may run.",
                example = "[soonest, latest]")
        List<Instant> grid,

        @Key(
                value = "strikes",
                unset = "{}",
                doc = "Faults that may strike at any moment until calm: when, and whom, is"
                        + " explored.")
        Strikes strikes) {

    /** How many of each may strike in one run. */
    public record Strikes(
            @Key(
                    value = "drop",
                    unset = "0",
                    min = "0",
                    max = "10",
                    doc = "Messages to the server that are lost at the relay.",
                    example = "1")
            int drops,

            @Key(
                    value = "repeat",
                    unset = "0",
                    min = "0",
                    max = "10",
                    doc = "Messages to the server that come twice.",
                    example = "1")
            int repeats,

            @Key(
                    value = "disconnect",
                    unset = "0",
                    min = "0",
                    max = "10",
                    doc = "Connections that break; the server is told, and the page comes back.",
                    example = "1")
            int disconnects,

            @Key(
                    value = "back-after",
                    unset = "1s",
                    min = "0s",
                    max = "1h",
                    doc = "How long after a disconnect the page connects again.",
                    example = "1s")
            long backAfterNanos) {

        /** True if nothing strikes. */
        public boolean none() {
            return drops == 0 && repeats == 0 && disconnects == 0;
        }

        /** As reports say it, behind other bounds. */
        @Override
        public String toString() {
            return words(drops, "lost")
                    + words(repeats, "repeated")
                    + (disconnects == 0
                            ? ""
                            : ", " + disconnects + " disconnected and back after "
                                    + backAfterNanos / 1_000_000 + " ms");
        }

        private static String words(int count, String what) {
            return count == 0
                    ? ""
                    : ", " + count + " message" + (count == 1 ? "" : "s") + " " + what;
        }
    }

    /** What a scenario without {@code explore} has. */
    public static final ExploreSection DEFAULT = Defaults.of(ExploreSection.class);

    /** Where in its window an event runs. */
    public enum Instant {
        SOONEST,
        BETWEEN,
        LATEST
    }

    /** @throws IllegalArgumentException if there is no instant to choose, or one comes twice */
    public ExploreSection {
        grid = List.copyOf(grid);
        if (grid.isEmpty() || grid.stream().distinct().count() != grid.size()) {
            throw new KeyException(
                    "grid", "the grid names no instant, or one twice", "write [soonest, latest]");
        }
    }

    /** The same with other strikes. */
    public ExploreSection withStrikes(Strikes others) {
        return new ExploreSection(lateness, slack, faults, grid, others);
    }
}
