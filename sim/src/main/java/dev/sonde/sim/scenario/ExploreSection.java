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
        List<Instant> grid) {

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
}
