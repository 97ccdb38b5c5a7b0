package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/**
 * Gives each event a random priority and takes the highest; those that race with the event that was
 * taken, and lost, get another one (Yuan, Yang and Gu 2018, "Partial order aware concurrency
 * sampling"). So orders that differ only in events that do not race are not sampled again and
 * again.
 *
 * <p>Two events race if they touch somebody in common.
 */
final class PartialOrderSampling implements Strategy {

    private static final long PRIORITIES = 1L << 62;

    private final Grid grid;
    private final Numbers priorities = new Numbers();

    PartialOrderSampling(Grid grid) {
        this.grid = grid;
    }

    @Override
    public Schedule next(Choices choices) {
        priorities.clear();
        return new Sample(
                choices.draws(Strategies.OWNER, "priority", ""), grid.instants(choices));
    }

    private final class Sample implements Schedule {

        private final Draws draws;
        private final Grid.Instants instants;

        Sample(Draws draws, Grid.Instants instants) {
            this.draws = draws;
            this.instants = instants;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            int count = enabled.count();
            if (count == 1) {
                return 0;
            }
            int highest = 0;
            for (int i = 1; i < count; i++) {
                if (priority(enabled.sequence(i)) > priority(enabled.sequence(highest))) {
                    highest = i;
                }
            }
            long parties = enabled.touches(highest);
            for (int i = 0; i < count; i++) {
                if (i != highest && (enabled.touches(i) & parties) != 0) {
                    priorities.set(enabled.sequence(i), 0);
                }
            }
            return highest;
        }

        private long priority(long sequence) {
            long known = priorities.get(sequence);
            if (known != 0) {
                return known;
            }
            long drawn = 1 + draws.below(PRIORITIES);
            priorities.set(sequence, drawn);
            return drawn;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return instants.choose(soonestNanos, latestNanos);
        }
    }
}
