package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Coverage;
import dev.sonde.sim.explore.Exhaustive;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.scenario.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExhaustiveTest {

    private static final Grid GRID = new Grid(true, false, true);
    private static final long MOST = 30_000;

    private static Exhaustive search(Scenario scenario, String until) {
        try {
            Exhaustive search = new Exhaustive(GRID, MOST);
            Runner runner = new Simulation(scenario).explored().runner();
            while (!search.isExhausted() && !search.witnesses().containsKey(until)) {
                search.ended(runner.run(7, search.next(new SeededChoices(7)), false));
            }
            return search;
        } catch (UnderTestException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static Scenario small(String explore) {
        return Scenes.read(Scenes.SMALL + "explore: " + explore + '\n');
    }

    @Test
    void twoSearchesOfOneScopeCountTheSameAndFindNothing() {
        Scenario scenario = small("{lateness: 0ms..0ms, slack: 0ms..0ms, strikes: {drop: 1}}");
        Exhaustive once = search(scenario, "");
        Exhaustive again = search(scenario, "");

        assertThat(once.witnesses()).isEmpty();
        assertThat(once.coverage())
                .isEqualTo(new Coverage(
                        once.states(),
                        true,
                        "grid [soonest, latest], timers late by up to 0 ms, messages by up to 0 ms,"
                                + " 1 message lost"));
        assertThat(once.states()).isGreaterThan(50);
        assertThat(again.coverage()).isEqualTo(once.coverage());
        assertThat(again.revisits()).isEqualTo(once.revisits());
        assertThat(again.ends()).isEqualTo(once.ends());
    }

    @Test
    void ordersThatLeadToTheSameStateMerge() {
        Exhaustive search = search(small("{lateness: 0ms..20ms, slack: 0ms..0ms}"), "");

        assertThat(search.isComplete()).isTrue();
        assertThat(search.revisits()).isGreaterThan(search.ends());
    }

    @Test
    void aSearchThatIsStoppedSaysSo() {
        Exhaustive search = new Exhaustive(GRID, 20);
        Runner runner = runner(small("{lateness: 0ms..20ms, slack: 0ms..0ms}"));
        while (!search.isExhausted()) {
            search.ended(runner.run(7, search.next(new SeededChoices(7)), false));
        }

        assertThat(search.isComplete()).isFalse();
        assertThat(search.coverage().complete()).isFalse();
        assertThat(search.coverage().bounds())
                .startsWith("stopped at 20 states, and there are more");
    }

    @ParameterizedTest
    @CsvSource({
        "ready-counter, BothReady, '{lateness: 0ms..0ms, slack: 0ms..0ms, strikes: {repeat: 1}}'",
        "no-timer, Terminates, '{lateness: 0ms..0ms, slack: 0ms..0ms, strikes: {drop: 1}}'",
        "cached-socket, FreshSocket, '{lateness: 0ms..0ms, slack: 0ms..0ms,"
                + " strikes: {disconnect: 1, back-after: 200ms}}'"
    })
    void brokenLobbiesAreFoundByTheirClaimAndTheirWitnessShowsItAgain(
            String lobby, String claim, String explore) {
        Scenario scenario = small(explore);
        Scenario broken = scenario.withUnderTest(lobby);
        Exhaustive search = search(broken, claim);

        assertThat(search.witnesses()).containsKey(claim);
        Attempt again = runner(broken)
                .run(
                        7,
                        Exhaustive.replay(
                                GRID, requireNonNull(search.witnesses().get(claim))),
                        false);
        assertThat(again.failures()).extracting(Attempt.Failure::claim).contains(claim);
    }

    private static Runner runner(Scenario scenario) {
        try {
            return new Simulation(scenario).explored().runner();
        } catch (UnderTestException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
