package dev.sonde.sim.testing;

import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioWriter;

import net.jqwik.api.SampleReportingFormat;

/** How jqwik shows a scenario: as the lines of its file; found by ServiceLoader. */
public final class ScenarioFormat implements SampleReportingFormat {

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Scenario;
    }

    @Override
    public Object report(Object value) {
        return ScenarioWriter.write((Scenario) value).lines().toList();
    }
}
