package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/**
 * The default order with a few deviations, at random: how likely a deviation is at each decision is
 * drawn for each run, as a power of one half.
 */
final class MildWalk implements Strategy {

    private static final int RAREST = 9;

    private final Grid grid;

    MildWalk(Grid grid) {
        this.grid = grid;
    }

    @Override
    public Schedule next(Choices choices) {
        long rarity = 1L << choices.draws(Strategies.OWNER, "rarity", "").between(1, RAREST);
        return new Walk(
                rarity, choices.draws(Strategies.OWNER, "pick", ""), grid.instants(choices));
    }

    private record Walk(long rarity, Draws draws, Grid.Instants instants) implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            int count = enabled.count();
            return count == 1 || !deviates() ? enabled.first() : (int) draws.below(count);
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return soonestNanos == latestNanos || !deviates()
                    ? soonestNanos
                    : instants.choose(soonestNanos, latestNanos);
        }

        private boolean deviates() {
            return draws.below(rarity) == 0;
        }
    }
}
