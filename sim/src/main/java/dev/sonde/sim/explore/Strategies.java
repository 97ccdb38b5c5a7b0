package dev.sonde.sim.explore;

import java.util.List;
import java.util.function.Supplier;

/** The strategies by name. */
public final class Strategies {

    /** The owner of all draws of schedules. */
    static final String OWNER = "schedule";

    private Strategies() {}

    /** The names, the control arm first. */
    public static List<String> names() {
        return List.of("random");
    }

    /**
     * Makes strategies of one kind, one for each thread.
     *
     * @throws IllegalArgumentException if no strategy has this name
     */
    public static Supplier<Strategy> of(String name, Grid grid) {
        return switch (name) {
            case "random" -> () -> new RandomWalk(grid);
            default -> throw new IllegalArgumentException("no strategy is called '" + name + "'");
        };
    }
}
