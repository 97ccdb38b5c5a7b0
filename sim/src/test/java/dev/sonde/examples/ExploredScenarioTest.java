package dev.sonde.examples;

import dev.sonde.sim.testing.ScenarioTest;

/** The same scenarios under other orders of events, and with faults. */
class ExploredScenarioTest {

    @ScenarioTest(value = "test-scenarios", schedules = 200)
    void scenariosComeOutAsTheyExpectUnderAnySchedule() {}
}
