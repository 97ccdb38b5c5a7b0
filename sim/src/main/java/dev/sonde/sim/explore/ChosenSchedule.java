package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Kernel;

import java.util.List;

/**
 * Breaks a run down into choices out of a few: which event, at which instant of the grid, and what
 * faults ask for. Where there is nothing to choose, nothing is asked.
 */
abstract class ChosenSchedule implements StateSchedule {

    private static final long MOST_OPTIONS = 64;

    /**
     * Draws that only shift instants, such as when a check is sent. They take their least value:
     * one constant is as good as another, and with this one more instants coincide.
     */
    private static final String WEATHER = "media";

    /** Those of them that say what a fault does. */
    private static final String FAULT = "fault";

    private final Grid grid;
    private LiveState state = new NoState();

    ChosenSchedule(Grid grid) {
        this.grid = grid;
    }

    /** One out of so many, at least 2. */
    abstract int choose(int options);

    /** Before a choice of the next event; false to end the run here. */
    abstract boolean goesOn(LiveState now);

    @Override
    public void begins(LiveState live) {
        state = live;
    }

    @Override
    public Choices choices(Choices ofTheSeed) {
        return (draws, ordinal, bound) -> isDecided(draws, bound)
                ? choose((int) bound)
                : isWeather(draws) ? 0 : ofTheSeed.choose(draws, ordinal, bound);
    }

    private static boolean isWeather(Draws draws) {
        return draws.kind().equals(WEATHER) && !draws.label().equals(FAULT);
    }

    private static boolean isDecided(Draws draws, long bound) {
        boolean few = bound > 1 && bound <= MOST_OPTIONS;
        return few && (draws.kind().equals("strike") || draws.kind().equals("cut"));
    }

    @Override
    public int pick(EnabledEvents enabled) {
        int count = enabled.count();
        if (isForced(enabled)) {
            return 0;
        }
        if (!goesOn(state)) {
            return STOP;
        }
        return count == 1 ? 0 : choose(count);
    }

    /** True if there is nothing to choose: neither the event nor its instant. */
    final boolean isForced(EnabledEvents enabled) {
        return enabled.count() == 1 && !hasInstants(enabled);
    }

    private boolean hasInstants(EnabledEvents enabled) {
        return grid.soonest()
                && grid.latest()
                && (enabled.latestNanos(0) == Kernel.NEVER
                        || Math.max(enabled.earliestNanos(0), state.nowNanos())
                                < enabled.latestNanos(0));
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        if (soonestNanos == latestNanos) {
            return soonestNanos;
        }
        if (grid.soonest() && grid.latest()) {
            return choose(2) == 0 ? soonestNanos : latestNanos;
        }
        return grid.soonest() ? soonestNanos : latestNanos;
    }

    /** Before the first run. */
    private static final class NoState implements LiveState {

        @Override
        public long nowNanos() {
            return 0;
        }

        @Override
        public boolean isViolated() {
            return false;
        }

        @Override
        public void digest(long[] two) {
            throw new IllegalStateException("no run has begun");
        }

        @Override
        public String bounds() {
            return "";
        }

        @Override
        public List<String> describe() {
            return List.of();
        }
    }
}
