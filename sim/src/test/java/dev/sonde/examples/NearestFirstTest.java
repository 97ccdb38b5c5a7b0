package dev.sonde.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.testing.Scenarios;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Your matchmaker in the real lobby, on a simulated network, judged by every claim. */
class NearestFirstTest {

    // Two people at the edges are too far from each other, so both wait when zoe comes.
    private static final String THREE_PEOPLE = """
            sonde: 1
            until: 60s
            lobby: {matchmaker: {type: dev.sonde.examples.NearestFirst}}
            network:
              profiles:
                edge: {to-server: "delay 20ms 2ms", base: 60ms}
                middle: {to-server: "delay 10ms 1ms", base: 20ms}
            people:
              - {id: far, profile: edge, joins: 0s, server-rtt: 60ms}
              - {id: near, profile: edge, joins: 1s, server-rtt: 40ms}
              - {id: zoe, profile: middle, joins: 20s, server-rtt: 20ms}
            """;

    @Test
    void nearestIsMatchedThoughAnotherWaitsLonger() throws Exception {
        Simulation simulation = new Simulation(Scenarios.parse(THREE_PEOPLE));

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
