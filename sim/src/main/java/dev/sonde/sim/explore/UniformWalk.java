package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Aims at all interleavings being equally likely; picking evenly among the enabled events favours
 * those in which long chains come late (Zhao et al. 2025, "Selectively uniform concurrency
 * testing").
 *
 * <p>Where each event waits only for the one that caused it, the interleavings are equally likely
 * exactly if an event is picked by the number of events that it sets off, itself included. These
 * numbers are estimates: the first run of a world keeps the default order, and tells how many
 * events one of the same description sets off on average.
 */
final class UniformWalk implements Strategy {

    private final Grid grid;
    private final int walks;

    private final Map<String, Average> averages = new LinkedHashMap<>();
    private final Numbers weights = new Numbers();
    private @Nullable Lesson lesson;
    private @Nullable Walk walk;
    private int left;

    /** @param walks how many runs of a world make use of what its first one has told */
    UniformWalk(Grid grid, int walks) {
        this.grid = grid;
        this.walks = walks;
    }

    @Override
    public boolean isDoneWithWorld() {
        return left == 0;
    }

    @Override
    public Schedule next(Choices choices) {
        if (left == 0) {
            left = walks + 1;
            averages.clear();
            walk = new Walk(choices.draws(Strategies.OWNER, "pick", ""), grid.instants(choices));
            lesson = new Lesson();
            return lesson;
        }
        weights.clear();
        return Objects.requireNonNull(walk);
    }

    @Override
    public void ended(Attempt attempt) {
        left--;
        if (lesson != null) {
            lesson.conclude();
            lesson = null;
        }
    }

    /** How many events those of one description set off, on average. */
    private static final class Average {

        private long events;
        private long setOff;

        long weight() {
            return Math.max(1, setOff / events);
        }
    }

    /** Keeps the default order, and writes down who caused whom. */
    private final class Lesson implements Schedule {

        private final List<String> descriptions = new ArrayList<>();
        private final Numbers causes = new Numbers();

        @Override
        public int pick(EnabledEvents enabled) {
            int first = enabled.first();
            descriptions.add(enabled.describe(first));
            causes.set(descriptions.size(), enabled.cause(first));
            return first;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return soonestNanos;
        }

        void conclude() {
            long[] setOff = new long[descriptions.size() + 1];
            for (int event = descriptions.size(); event > 0; event--) {
                setOff[event]++;
                setOff[(int) causes.get(event)] += setOff[event];
                Average average = averages.computeIfAbsent(
                        descriptions.get(event - 1), described -> new Average());
                average.events++;
                average.setOff += setOff[event];
            }
        }
    }

    private final class Walk implements Schedule {

        private final Draws picks;
        private final Grid.Instants instants;

        Walk(Draws picks, Grid.Instants instants) {
            this.picks = picks;
            this.instants = instants;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            int count = enabled.count();
            if (count == 1) {
                return 0;
            }
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += weight(enabled, i);
            }
            long drawn = picks.below(sum);
            int picked = 0;
            while (drawn >= weight(enabled, picked)) {
                drawn -= weight(enabled, picked++);
            }
            return picked;
        }

        private long weight(EnabledEvents enabled, int i) {
            long known = weights.get(enabled.sequence(i));
            if (known != 0) {
                return known;
            }
            Average average = averages.get(enabled.describe(i));
            long weight = average == null ? 1 : average.weight();
            weights.set(enabled.sequence(i), weight);
            return weight;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return instants.choose(soonestNanos, latestNanos);
        }
    }
}
