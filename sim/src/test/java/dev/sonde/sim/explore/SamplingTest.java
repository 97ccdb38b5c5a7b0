package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.explore.Toy.Step;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How often the strategies that draw meet what they are made for. */
final class SamplingTest {

    private static final Grid SOONEST = new Grid(true, false, false);
    private static final long NO_LIMIT = 1_000_000;
    private static final int RUNS = 8_000;

    /** Five standard deviations of a share, at most. */
    private static final Offset<Double> CHANCE = within(5 * 0.5 / Math.sqrt(RUNS));

    /**
     * Goal: one event races with the last of a long chain, and with nothing else. Its priority is
     * the smallest of six with a probability of 1/6, however the others are ordered; even picks
     * would let it wait that long in 1 of 32 runs.
     */
    @Test
    void priorityIsDrawnAnewOnlyForEventsThatRace() {
        List<Step> chain = new ArrayList<>(Toy.chain("z", 4, 1));
        chain.add(new Step("y", 2, 0));
        List<List<Step>> chains = List.of(List.of(new Step("x", 2, 0)), chain);

        assertThat(share(chains, new PartialOrderSampling(SOONEST), run -> run.endsWith("y x")))
                .isCloseTo(1 / 6.0, CHANCE);
        assertThat(share(chains, new RandomWalk(SOONEST), run -> run.endsWith("y x")))
                .isCloseTo(1 / 32.0, CHANCE);
    }

    /** Goal: where everything races with everything, it picks evenly, as the random walk does. */
    @Test
    void partialOrderSamplingOfEventsThatAllRacePicksEvenly() {
        List<List<Step>> chains = List.of(Toy.chain("a", 1, -1), Toy.chain("b", 3, -1));

        assertThat(share(chains, new PartialOrderSampling(SOONEST), run -> run.endsWith("a1")))
                .isCloseTo(1 / 8.0, CHANCE);
    }

    /** Goal: of the 5 places that one event may have in a chain of four, none is favoured. */
    @Test
    void uniformWalkMeetsAllInterleavingsAlike() {
        List<List<Step>> chains = List.of(Toy.chain("a", 1, -1), Toy.chain("b", 4, -1));
        Map<String, Integer> times = new LinkedHashMap<>();
        Toy.runs(chains, NO_LIMIT, new UniformWalk(SOONEST, RUNS), RUNS + 1)
                .forEach(run -> times.merge(run, 1, Integer::sum));

        assertThat(times).hasSize(5);
        assertThat(times.values())
                .allSatisfy(count -> assertThat(count / (double) RUNS).isCloseTo(0.2, CHANCE));
        assertThat(share(chains, new RandomWalk(SOONEST), run -> run.startsWith("a1")))
                .isCloseTo(0.5, CHANCE);
    }

    /**
     * Goal: among 4 chains of 8 events, one event of a chain between two neighbours of another one
     * is a failure of depth 2; among 32 steps each run finds it with at least 1 / (4 × 32).
     */
    @Test
    void priorityChangesFindAFailureOfDepthTwoAsOftenAsPromised() {
        List<List<Step>> chains = List.of(
                Toy.chain("a", 8, -1),
                Toy.chain("b", 8, -1),
                Toy.chain("c", 8, -1),
                Toy.chain("d", 8, -1));
        Predicate<String> deep = run -> run.indexOf("a4") < run.indexOf("b8")
                && run.indexOf("b8") < run.indexOf("a5");

        assertThat(share(chains, new Pct(SOONEST, 2, 5, 5), deep))
                .isGreaterThan(1.0 / (4 * 32));
    }

    /** Goal: depth 1 is an order of two chains, and needs no change. */
    @Test
    void oneOfManyChainsRunsBeforeAllOthersAsOftenAsItsShare() {
        List<List<Step>> chains =
                List.of(Toy.chain("a", 9, -1), Toy.chain("b", 9, -1), Toy.chain("c", 9, -1));

        assertThat(share(chains, new Pct(SOONEST, 1, 5, 5), run -> run.indexOf("c9") < 27))
                .isCloseTo(1 / 3.0, CHANCE);
    }

    /** Goal: with one deviation in 2 to 512 decisions, many runs of ten deviate nowhere. */
    @Test
    void aMildWalkOftenKeepsTheDefaultOrder() {
        List<List<Step>> chains = List.of(Toy.chain("a", 5, -1), Toy.chain("b", 5, -1));
        String byDefault = Toy.runs(chains, NO_LIMIT, new DelayBounded(0, SOONEST), 1).get(0);

        assertThat(share(chains, new MildWalk(SOONEST), byDefault::equals))
                .isBetween(0.5, 0.9);
        assertThat(share(chains, new RandomWalk(SOONEST), byDefault::equals)).isLessThan(0.01);
    }

    private static double share(
            List<List<Step>> chains, Strategy strategy, Predicate<String> isMet) {
        List<String> runs = Toy.runs(chains, NO_LIMIT, strategy, RUNS);
        return runs.stream().filter(isMet).count() / (double) RUNS;
    }
}
