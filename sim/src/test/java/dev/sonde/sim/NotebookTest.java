package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Aside;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only listens to a run hears the same when it hears it later. */
final class NotebookTest {

    private static final String CROWD = """
            sonde: 1
            name: crowd
            until: 120s
            lobby: {UNDER matchmaker: {type: fifo, max-p2p-rtt: 200ms}}
            people:
              - crowd: {name: all, arrivals: poisson 5/s, mix: {cable: 50%, lte: 50%},
                        behaviour: {honest: 90%, double-ready: 10%},
                        patience: lognormal 30s 10s, after-match: leaves 5s}
            """;

    /** As late as it may be: done when the next work comes. */
    private static final class Late implements Aside {

        private int handed;
        private @Nullable Runnable waiting;

        @Override
        public void hand(Runnable work) {
            await();
            waiting = work;
            handed++;
        }

        @Override
        public void await() {
            Runnable work = waiting;
            waiting = null;
            if (work != null) {
                work.run();
            }
        }
    }

    private static RunResult run(Scenario scenario, @Nullable Aside aside) {
        try {
            return new Simulation(scenario).run(new RunOptions(3, false, null, false, aside));
        } catch (UnderTestException | PopulationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static void assertSame(RunResult other, RunResult run) {
        assertThat(other.claims()).isEqualTo(run.claims());
        assertThat(other.trace().digest()).isEqualTo(run.trace().digest());
        assertThat(other.people()).isEqualTo(run.people());
        assertThat(other.probes()).isEqualTo(run.probes());
    }

    @Test
    void aLongRunIsTheSameWhenItsClaimsAndItsDigestLagBehind() {
        Scenario scenario = Scenes.read(CROWD.replace("UNDER", ""));
        Late late = new Late();

        RunResult result = run(scenario, late);

        assertThat(late.handed).isGreaterThan(2);
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertSame(result, run(scenario, null));
    }

    @Test
    void aViolationIsOfTheSameEventWhenItIsFoundLater() {
        Scenario scenario = Scenes.read(CROWD.replace("UNDER", "under-test: ready-counter,"));

        RunResult result = run(scenario, new Late());

        assertThat(result.claims()).extracting(ClaimResult::verdict).contains(Verdict.VIOLATED);
        assertSame(result, run(scenario, null));
    }
}
