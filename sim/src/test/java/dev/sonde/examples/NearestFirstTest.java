package dev.sonde.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Expecting;
import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.oracle.Verdict;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** Your matchmaker in the real lobby, on a simulated network, judged by every claim. */
class NearestFirstTest {

    // Far and near can't be matched with each other, so both wait when zoe comes.
    private static final String THREE_PEOPLE = """
            sonde: 1
            until: 60s
            lobby: {matchmaker: {type: dev.sonde.examples.NearestFirst}}
            network:
              paths:
                - {between: [far, near], rtt: 300ms}
                - {between: [far, zoe], rtt: 60ms}
                - {between: [near, zoe], rtt: 60ms}
            people:
              - {id: far, joins: 0s, server-rtt: 80ms}
              - {id: near, joins: 1s, server-rtt: 20ms}
              - {id: zoe, joins: 20s, server-rtt: 50ms}
            """;

    @Test
    void nearestIsMatchedThoughAnotherWaitsLonger() throws Exception {
        Scenario scenario = new ScenarioReader(Expecting.vocabulary())
                .read(THREE_PEOPLE, "three-people", Path.of(""));
        Simulation simulation = new Simulation(scenario);

        for (long seed = 1; seed <= 20; seed++) {
            RunResult run = simulation.run(new RunOptions(seed, false));

            assertThat(run.verdict()).as("seed %d", seed).isEqualTo(Verdict.HELD);
            assertThat(run.matches())
                    .as("seed %d", seed)
                    .extracting(MatchRow::members)
                    .containsExactly(List.of("near", "zoe"));
        }
    }
}
