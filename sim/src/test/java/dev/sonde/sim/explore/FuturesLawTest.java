package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Scenes;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.UnderTestException;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two runs that came to the same digest go on in the same way, whatever is chosen from there. */
final class FuturesLawTest {

    private static final Grid GRID = new Grid(true, false, true);
    private static final int WALKS = 40;
    private static final String SCENE = Scenes.SMALL + """
            explore: {lateness: 0ms..20ms, slack: 0ms..20ms,
                      strikes: {drop: 1, disconnect: 1, back-after: 400ms}}
            """;

    /** Two ways to one state. */
    private record Pair(List<Integer> one, List<Integer> other) {}

    private static final Runner RUNNER = runner();
    private static final List<Pair> PAIRS = pairs();

    private static Runner runner() {
        try {
            return new Simulation(Scenes.read(SCENE)).explored().runner();
        } catch (UnderTestException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Property(tries = 40)
    void sameDigestSameFuture(@ForAll @IntRange(min = 0, max = 10_000) int which, @ForAll int way) {
        Pair pair = PAIRS.get(which % PAIRS.size());

        assertThat(new Onward(pair.one(), way).run())
                .isEqualTo(new Onward(pair.other(), way).run());
    }

    private static List<Pair> pairs() {
        Map<List<Long>, List<Integer>> ways = new LinkedHashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int walk = 0; walk < WALKS; walk++) {
            RUNNER.run(7, new Wandering(walk, ways, pairs), false);
        }
        assertThat(pairs).hasSizeGreaterThan(20);
        return pairs;
    }

    private static List<Long> digest(LiveState state) {
        long[] two = new long[2];
        state.digest(two);
        return List.of(two[0], two[1]);
    }

    /** Chooses anything, and writes down the first way to each state, and each second one. */
    private static final class Wandering extends ChosenSchedule {

        private final Map<List<Long>, List<Integer>> ways;
        private final List<Pair> pairs;
        private final List<Integer> way = new ArrayList<>();
        private long draws;

        Wandering(long seed, Map<List<Long>, List<Integer>> ways, List<Pair> pairs) {
            super(GRID);
            this.draws = seed;
            this.ways = ways;
            this.pairs = pairs;
        }

        @Override
        int choose(int options) {
            draws = Mix.mix(draws);
            int chosen = (int) Long.remainderUnsigned(draws, options);
            way.add(chosen);
            return chosen;
        }

        @Override
        boolean goesOn(LiveState now) {
            List<Integer> first = ways.putIfAbsent(digest(now), List.copyOf(way));
            if (first != null && !first.equals(way)) {
                pairs.add(new Pair(first, List.copyOf(way)));
            }
            return true;
        }
    }

    /** Goes one way to a state; from there it chooses by what events are, not by their order. */
    private static final class Onward extends ChosenSchedule {

        private final List<Integer> way;
        private final List<String> seen = new ArrayList<>();
        private LiveState state = new Nowhere();
        private int taken;
        private long draws;

        Onward(List<Integer> way, long seed) {
            super(GRID);
            this.way = way;
            this.draws = seed;
        }

        List<String> run() {
            Attempt attempt = RUNNER.run(7, this, false);
            attempt.failures().forEach(failure -> seen.add(failure.claim()));
            seen.add(attempt.end().name());
            return seen;
        }

        @Override
        public void begins(LiveState live) {
            super.begins(live);
            state = live;
        }

        private boolean isOnItsWay() {
            return taken < way.size();
        }

        @Override
        int choose(int options) {
            if (isOnItsWay()) {
                return way.get(taken++);
            }
            draws = Mix.mix(draws);
            return (int) Long.remainderUnsigned(draws, options);
        }

        @Override
        boolean goesOn(LiveState now) {
            return true;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            if (isOnItsWay()) {
                return super.pick(enabled);
            }
            if (seen.isEmpty() && isForced(enabled)) {
                // Not there yet: the state is one at which there is something to choose.
                return 0;
            }
            seen.add(digest(state).toString());
            List<String> words = new ArrayList<>();
            for (int i = 0; i < enabled.count(); i++) {
                words.add(words(enabled, i));
            }
            List<String> sorted = words.stream().sorted().toList();
            seen.add(sorted.toString());
            return words.indexOf(sorted.get(choose(sorted.size())));
        }

        private String words(EnabledEvents enabled, int index) {
            long now = state.nowNanos();
            long latest = enabled.latestNanos(index);
            return enabled.describe(index) + " from "
                    + Math.max(0, enabled.earliestNanos(index) - now) + " to "
                    + (latest == Kernel.NEVER ? "ever" : latest - now);
        }
    }

    /** No run has begun. */
    private static final class Nowhere implements LiveState {

        @Override
        public long nowNanos() {
            return 0;
        }

        @Override
        public boolean isViolated() {
            return false;
        }

        @Override
        public void digest(long[] two) {}

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
