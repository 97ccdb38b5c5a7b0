package dev.sonde.sim.explore;

import java.util.List;
import java.util.function.Supplier;

/** The strategies by name. */
public final class Strategies {

    /** The owner of all draws of schedules. */
    static final String OWNER = "schedule";

    private static final String DELAY_BOUNDED = "delay-bounded-";

    /** Looks into what is tested, to know the states that it has seen. */
    public static final String EXHAUSTIVE = "exhaustive";

    /** Nearly a gigabyte of digests. */
    private static final long MOST_STATES = 20_000_000;

    private Strategies() {}

    /** The names, the control arm first. */
    public static List<String> names() {
        return List.of(
                "random",
                "mild",
                "pos",
                "pct",
                "uniform",
                "delay-bounded-0",
                "delay-bounded-1",
                "delay-bounded-2",
                EXHAUSTIVE);
    }

    /** True if its schedules follow one from another, so that one thread has to run them all. */
    public static boolean isSystematic(String name) {
        return name.startsWith(DELAY_BOUNDED) || name.equals(EXHAUSTIVE);
    }

    /** True if it goes through all states, and so needs a scenario that is countable. */
    public static boolean countsStates(String name) {
        return name.equals(EXHAUSTIVE);
    }

    /**
     * Makes strategies of one kind, one for each thread.
     *
     * @throws IllegalArgumentException if no strategy has this name
     */
    public static Supplier<Strategy> of(String name, Grid grid) {
        return switch (name) {
            case "random" -> () -> new RandomWalk(grid);
            case "mild" -> () -> new MildWalk(grid);
            case "pos" -> () -> new PartialOrderSampling(grid);
            case "uniform" -> () -> new UniformWalk(grid, 3);
            case "pct" -> () -> new Pct(grid, 3, 4, 12);
            case "delay-bounded-0" -> () -> new DelayBounded(0, grid);
            case "delay-bounded-1" -> () -> new DelayBounded(1, grid);
            case "delay-bounded-2" -> () -> new DelayBounded(2, grid);
            case EXHAUSTIVE -> () -> new Exhaustive(grid, MOST_STATES);
            default -> throw new IllegalArgumentException("no strategy is called '" + name + "'");
        };
    }
}
