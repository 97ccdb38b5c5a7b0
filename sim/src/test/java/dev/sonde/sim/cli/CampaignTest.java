package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Tally;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class CampaignTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private static Campaign.Result run(
            ToyExplored.Story story, long schedules, int jobs, boolean stopsAtFirst) {
        return run(story, schedules, FOR_EVER, jobs, stopsAtFirst);
    }

    private static Campaign.Result run(
            ToyExplored.Story story,
            long schedules,
            long budgetNanos,
            int jobs,
            boolean stopsAtFirst) {
        Campaign.Plan plan = new Campaign.Plan(
                new ToyExplored("toy", story),
                Strategies.of("random", new Grid(true, false, true)),
                false,
                1,
                schedules,
                budgetNanos,
                jobs,
                200_000_000,
                stopsAtFirst);
        Console console = new Console(System.out, System.err, false, false, true, true, false);
        return Campaign.run(plan, Progress.silent(console), new Interruption());
    }

    private static String words(Tally tally) {
        return tally.schedules() + " " + tally.events() + " " + tally.digest() + " " + tally.found()
                + " " + tally.reached();
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        ToyExplored.Story story = seed -> seed % 97 == 0 ? "A" : seed % 501 == 0 ? "B" : null;
        String alone = words(run(story, 10_000, 1, false).tally());
        assertThat(words(run(story, 10_000, 2, false).tally())).isEqualTo(alone);
        assertThat(words(run(story, 10_000, 7, false).tally())).isEqualTo(alone);
        assertThat(alone).startsWith("10000 100000 ");
    }

    @Test
    void whoWantsOneViolationGetsTheFirstBySeedWithAnyNumberOfThreads() {
        ToyExplored.Story story = seed -> seed >= 700 ? "A" : null;
        for (int jobs : new int[] {1, 2, 5}) {
            Tally tally = run(story, 1_000_000, jobs, true).tally();
            assertThat(requireNonNull(tally.found().get("A")).seed()).isEqualTo(700);
            assertThat(tally.schedules()).isEqualTo(704);
        }
    }

    @Test
    void everyClaimIsKeptWithItsFirstSeedAndHowOftenItFailed() {
        ToyExplored.Story story = seed -> seed == 5 ? "A" : seed > 90 ? "B" : null;
        Map<String, Tally.Found> found = run(story, 100, 2, false).tally().found();
        assertThat(found.keySet()).containsExactly("A", "B");
        assertThat(requireNonNull(found.get("B")).seed()).isEqualTo(91);
        assertThat(requireNonNull(found.get("B")).times()).isEqualTo(10);
    }

    @Test
    void aBudgetEndsWhatWouldGoOnForEver() {
        Campaign.Result result = run(seed -> null, FOR_EVER, 100_000_000, 2, false);
        assertThat(result.tally().schedules()).isPositive();
        assertThat(result.tally().schedules() % 16).isZero();
    }

    /** One thread hangs in seed 130; the other ones go on and their results count. */
    @Test
    void aLobbyThatNeverAnswersIsNamedWithItsSeed() {
        CountDownLatch never = new CountDownLatch(1);
        ToyExplored.Story story = seed -> {
            if (seed == 130) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return null;
        };
        Campaign.Result result = run(story, 1_000, 2, false);
        never.countDown();
        assertThat(result.hungSeed()).isEqualTo(130);
        assertThat(result.tally().schedules()).isEqualTo(128);
    }

    @Test
    void anErrorOfTheBenchIsNoViolation() {
        ToyExplored.Story story = seed -> {
            if (seed == 70) {
                throw new IllegalStateException("torn");
            }
            return null;
        };
        assertThatThrownBy(() -> run(story, 1_000, 2, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("torn");
    }
}
