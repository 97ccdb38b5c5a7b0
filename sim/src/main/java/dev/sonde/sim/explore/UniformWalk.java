package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final Numbers weights = new Numbers();

    private Map<String, Average> averages = new LinkedHashMap<>();
    private Lesson lesson = new Lesson();
    private Choices choices = new SeededChoices(0);
    private int run;

    /** @param walks how many runs of a world make use of what its first one has told */
    UniformWalk(Grid grid, int walks) {
        this.grid = grid;
        this.walks = walks;
        this.run = walks;
    }

    @Override
    public boolean isDoneWithWorld() {
        return run == walks;
    }

    @Override
    public Schedule next(Choices ofWorld) {
        choices = ofWorld;
        run = isDoneWithWorld() ? 0 : run + 1;
        if (run == 0) {
            lesson = new Lesson();
            return lesson;
        }
        weights.clear();
        return new Walk(averages, weights, choices, run, grid);
    }

    @Override
    public void ended(Attempt attempt) {
        if (run == 0) {
            averages = lesson.concluded();
        }
    }

    @Override
    public Schedule again() {
        return run == 0
                ? DefaultOrder.INSTANCE
                : new Walk(averages, new Numbers(), choices, run, grid);
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
    private static final class Lesson implements Schedule {

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

        Map<String, Average> concluded() {
            Map<String, Average> concluded = new LinkedHashMap<>();
            long[] setOff = new long[descriptions.size() + 1];
            for (int event = descriptions.size(); event > 0; event--) {
                setOff[event]++;
                setOff[(int) causes.get(event)] += setOff[event];
                Average average = concluded.computeIfAbsent(
                        descriptions.get(event - 1), described -> new Average());
                average.events++;
                average.setOff += setOff[event];
            }
            return concluded;
        }
    }

    private static final class Walk implements Schedule {

        private final Map<String, Average> averages;
        private final Numbers weights;
        private final Draws picks;
        private final Grid.Instants instants;

        Walk(Map<String, Average> averages, Numbers weights, Choices choices, int run, Grid grid) {
            this.averages = averages;
            this.weights = weights;
            this.picks = choices.draws(Strategies.OWNER, "pick", Integer.toString(run));
            this.instants = grid.instants(choices, Integer.toString(run));
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
