package dev.sonde.examples;

import dev.sonde.sim.testing.ScenarioRun;
import dev.sonde.sim.testing.ScenarioTest;

/** Your matchmaker in the real lobby: each seed is one test. */
class NearestFirstScenarioTest {

    @ScenarioTest(value = """
            sonde: 1
            name: three-people
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
            """, seeds = "1..20")
    void nearestIsMatchedThoughAnotherWaitsLonger(ScenarioRun run) {
        run.matched("near", "zoe");
    }
}
