package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

final class RoundTripTest {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.any();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenReadsBackEqual(@ForAll("scenarios") Scenario scenario)
            throws ScenarioException {
        String text = ScenarioWriter.write(scenario);

        Scenario read = new ScenarioReader(TestWords.VOCABULARY)
                .read(text, "written.yaml", scenario.folder());

        assertThat(read).as(text).isEqualTo(scenario);
        assertThat(ScenarioWriter.write(read)).isEqualTo(text);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenAsJsonReadsBackEqual(@ForAll("scenarios") Scenario scenario)
            throws ScenarioException {
        String text = ScenarioWriter.json(scenario);

        Scenario read = new ScenarioReader(TestWords.VOCABULARY)
                .read(text, "written.json", scenario.folder());

        assertThat(text).doesNotContain("\n");
        assertThat(read).as(text).isEqualTo(scenario);
    }
}
