package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.nio.file.Path;

final class RoundTripTest {

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.any();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenReadsBackEqual(@ForAll("scenarios") Scenario scenario)
            throws ScenarioException {
        String text = ScenarioWriter.write(scenario);

        Scenario read = TestWords.reader().read(text, "written.yaml", scenario.folder());

        assertThat(read).as(text).isEqualTo(scenario);
        assertThat(ScenarioWriter.write(read)).isEqualTo(text);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenAsJsonReadsBackEqual(@ForAll("scenarios") Scenario scenario)
            throws ScenarioException {
        String text = ScenarioWriter.json(scenario);

        Scenario read = TestWords.reader().read(text, "written.json", scenario.folder());

        assertThat(text).doesNotContain("\n");
        assertThat(read).as(text).isEqualTo(scenario);
    }

    @Example
    void characterThatYamlDoesNotTakeIsEscapedInJson() throws ScenarioException {
        Scenario scenario = TestWords.reader()
                .read(
                        "{sonde: 1, description: \"a\\x7Fb\", people: [{id: ann}]}",
                        "s.yaml",
                        Path.of(""));

        String text = ScenarioWriter.json(scenario);

        assertThat(text).contains("\"a\\u007Fb\"");
        assertThat(TestWords.reader().read(text, "s.json", Path.of(""))).isEqualTo(scenario);
    }
}
