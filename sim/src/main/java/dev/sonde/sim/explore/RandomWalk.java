package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/**
 * Picks among the events that may run, all equally likely, at every step. The control arm: a
 * strategy that finds less than this one is not worth its code.
 */
final class RandomWalk implements Strategy {

    private final Grid grid;

    RandomWalk(Grid grid) {
        this.grid = grid;
    }

    @Override
    public Schedule next(Choices choices) {
        return new Walk(choices.draws(Strategies.OWNER, "pick", ""), grid.instants(choices));
    }

    private record Walk(Draws picks, Grid.Instants instants) implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            int count = enabled.count();
            return count == 1 ? 0 : (int) picks.below(count);
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return instants.choose(soonestNanos, latestNanos);
        }
    }
}
