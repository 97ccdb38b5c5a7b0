package dev.sonde.examples;

import dev.sonde.sim.testing.ScenarioTest;

/** Every scenario of a folder comes out as it expects. */
class FolderScenarioTest {

    @ScenarioTest(value = "test-scenarios", seeds = "1..5")
    void scenariosComeOutAsTheyExpect() {}
}
