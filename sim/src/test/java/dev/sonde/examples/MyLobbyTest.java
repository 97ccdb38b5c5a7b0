package dev.sonde.examples;

import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.testing.ScenarioRun;
import dev.sonde.sim.testing.Scenarios;

import org.junit.jupiter.api.Test;

/** A coordinator of your own behind the bench's door. */
class MyLobbyTest {

    private static final Scenario TWO_PEOPLE = Scenarios.parse("""
            sonde: 1
            name: two-people
            until: 30s
            lobby: {under-test: my-lobby, matchmaker: {type: fifo, max-p2p-rtt: 100ms}}
            network: {paths: [{between: [ann, bob], rtt: 80ms}]}
            people: [{id: ann, joins: 0s}, {id: bob, joins: 300ms}]
            """);

    @Test
    void memberWhoIsNotToldOfItsMatchIsFound() {
        ScenarioRun.of(TWO_PEOPLE.withSeed(7)).violated("AtomicMatch").matched("ann", "bob");
    }
}
