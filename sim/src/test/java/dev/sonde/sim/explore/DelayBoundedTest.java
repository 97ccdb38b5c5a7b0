package dev.sonde.sim.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.explore.Toy.Step;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class DelayBoundedTest {

    private static final Grid BOTH = new Grid(true, false, true);
    private static final long LATENESS = 4;

    private static final List<List<Step>> CHAINS = List.of(
            List.of(new Step("a1", 1, 0), new Step("a2", 1, 3)),
            List.of(new Step("b1", 1, 2), new Step("b2", 1, 0)),
            List.of(new Step("c1", 1, 1)));

    /** Goal: compared with a walk through all decisions, of which the deviations are counted. */
    @Test
    void visitsEachScheduleWithAtMostSoManyDeviationsOnce() {
        List<String> all = everyDecision();
        assertThat(all).hasSizeGreaterThan(100);
        for (int most = 0; most <= 4; most++) {
            int bound = most;
            List<String> expected =
                    all.stream().filter(run -> deviations(run) <= bound).toList();

            List<String> visited = visited(most);

            assertThat(visited).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(visited.stream().map(DelayBoundedTest::deviations)).isSorted();
        }
    }

    @Test
    void beginsAgainInTheNextWorld() {
        DelayBounded strategy = new DelayBounded(1, BOTH);
        List<String> once = new ArrayList<>();
        do {
            once.add(Toy.runs(CHAINS, LATENESS, strategy, 1).get(0));
        } while (!strategy.isDoneWithWorld());

        List<String> again = Toy.runs(CHAINS, LATENESS, strategy, once.size());

        assertThat(strategy.isExhausted()).isTrue();
        assertThat(again).isEqualTo(once);
    }

    @Test
    void withoutTwoInstantsOnlyTheOrderDeviates() {
        List<String> runs = Toy.runs(
                List.of(Toy.chain("a", 1, 1), Toy.chain("b", 1, 1)),
                LATENESS,
                new DelayBounded(2, new Grid(false, true, true)),
                2);

        assertThat(runs).containsExactly("a1@4 b1@4", "b1@4 a1@4");
    }

    /** What happened, and before it how many answers were not the first. */
    private static String text(Walk walk, String run) {
        return walk.deviations + ": " + walk.answers + " " + run;
    }

    private static int deviations(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(':')));
    }

    private static List<String> everyDecision() {
        List<String> runs = new ArrayList<>();
        Walk walk = new Walk(null);
        do {
            walk.begin();
            String run = Toy.run(CHAINS, LATENESS, walk);
            runs.add(text(walk, run));
        } while (walk.hasAnother());
        return runs;
    }

    private static List<String> visited(int most) {
        List<String> runs = new ArrayList<>();
        DelayBounded strategy = new DelayBounded(most, BOTH);
        do {
            Walk walk = new Walk(strategy.next(new SeededChoices(1)));
            walk.begin();
            String run = Toy.run(CHAINS, LATENESS, walk);
            strategy.ended(new Attempt(List.of(), Attempt.End.QUIET, 0, 0));
            runs.add(text(walk, run));
        } while (!strategy.isExhausted());
        return runs;
    }

    /**
     * Answers every decision, its own way or as a given schedule does, and counts the deviations:
     * an event that is not the earliest and oldest, an instant that is not the soonest.
     */
    private static final class Walk implements Schedule {

        private final @Nullable Schedule given;
        private final List<Integer> answers = new ArrayList<>();
        private final List<Integer> bounds = new ArrayList<>();
        private int depth;
        private int deviations;

        Walk(@Nullable Schedule given) {
            this.given = given;
        }

        void begin() {
            depth = 0;
            deviations = 0;
        }

        @Override
        public int pick(EnabledEvents enabled) {
            int picked = given == null ? decide() : given.pick(enabled);
            note(picked, enabled.count(), picked != enabled.first());
            return picked;
        }

        @Override
        public long instant(long soonest, long latest) {
            if (soonest == latest) {
                return given == null ? soonest : given.instant(soonest, latest);
            }
            long chosen = given != null
                    ? given.instant(soonest, latest)
                    : decide() == 1 ? latest : soonest;
            note(chosen == latest ? 1 : 0, 2, chosen != soonest);
            return chosen;
        }

        private int decide() {
            return depth < answers.size() ? answers.get(depth) : 0;
        }

        private void note(int answer, int bound, boolean deviates) {
            if (depth == answers.size()) {
                answers.add(answer);
                bounds.add(bound);
            }
            depth++;
            deviations += deviates ? 1 : 0;
        }

        boolean hasAnother() {
            for (int last = answers.size() - 1; last >= 0; last--) {
                int answer = answers.get(last) + 1;
                if (answer < bounds.get(last)) {
                    answers.set(last, answer);
                    return true;
                }
                answers.remove(last);
                bounds.remove(last);
            }
            return false;
        }
    }
}
