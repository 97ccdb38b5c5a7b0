package dev.sonde.examples;

import dev.sonde.sim.scenario.FaultEntry;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.testing.ScenarioArbitraries;
import dev.sonde.sim.testing.ScenarioRun;
import dev.sonde.sim.testing.Scenarios;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/** A lobby in scenarios that nobody wrote. */
class LobbyLawsTest {

    private static final Scenario TWO_PEOPLE = Scenarios.parse("""
            sonde: 1
            name: two-people
            until: 30s
            people: [{id: ann, joins: 0s}, {id: bob, joins: 300ms}]
            """);

    @Property(tries = 50, seed = "1")
    void everyClaimHoldsInEveryScenario(@ForAll Scenario scenario) {
        ScenarioRun.of(scenario.withUnderTest("sonde")).held();
    }

    @Property(tries = 50, seed = "1")
    void noFaultsBreakIt(@ForAll("faults") List<FaultEntry> faults) {
        ScenarioRun.of(TWO_PEOPLE.withFaults(faults)).held();
    }

    @Provide
    Arbitrary<List<FaultEntry>> faults() {
        return ScenarioArbitraries.faults(List.of("ann", "bob"), 30);
    }
}
