package dev.sonde.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Expecting;
import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.oracle.ClaimResult;
import dev.sonde.sim.oracle.Verdict;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/** A coordinator of your own behind the bench's door. */
class MyLobbyTest {

    private static final String TWO_PEOPLE = """
            sonde: 1
            until: 30s
            lobby: {under-test: my-lobby, matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
            network: {paths: [{between: [ann, bob], rtt: 80ms}]}
            people: [{id: ann, joins: 0s}, {id: bob, joins: 300ms}]
            """;

    @Test
    void memberWhoIsNotToldOfItsMatchIsFound() throws Exception {
        Scenario scenario = new ScenarioReader(Expecting.vocabulary())
                .read(TWO_PEOPLE, "two-people", Path.of(""));

        RunResult run = new Simulation(scenario).run(new RunOptions(7, false));

        assertThat(run.verdict()).isEqualTo(Verdict.VIOLATED);
        assertThat(run.claims())
                .filteredOn(claim -> claim.verdict() == Verdict.VIOLATED)
                .extracting(ClaimResult::name)
                .contains("AtomicMatch");
    }
}
