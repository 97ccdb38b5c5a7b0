package dev.sonde.sim.cli;

import dev.sonde.sim.Expecting;
import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.network.Presets;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.ScenarioTemplate;
import dev.sonde.sim.scenario.Vocabulary;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** The workbench of this project: scenario files, the simulation, the presets. */
final class ProjectWorkbench implements Workbench {

    private final ScenarioReader reader = new ScenarioReader(
            new Vocabulary(List.of(), presetWords(), List.of(), Expecting.metrics()));

    private record Ready(Scenario scenario, Expected expected, String underTest)
            implements Experiment {

        @Override
        public String name() {
            return scenario.name();
        }

        @Override
        public long seed() {
            return scenario.seed();
        }

        @Override
        public JudgedRun run(long seed, boolean recordTrace) {
            long start = System.nanoTime();
            RunResult result =
                    Simulation.run(scenario, new RunOptions(seed, recordTrace, underTest));
            return JudgedRun.of(result, expected, System.nanoTime() - start);
        }
    }

    @Override
    public Experiment load(Path file, @Nullable String underTest) throws InputException {
        InputFiles.check(file);
        try {
            Scenario scenario = reader.read(file);
            return new Ready(
                    scenario,
                    Expecting.of(scenario),
                    underTest == null ? scenario.lobby().underTest() : underTest);
        } catch (ScenarioException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Vocabulary.Word> presetWords() {
        return Presets.all().stream()
                .map(preset -> new Vocabulary.Word(preset.name(), preset.reason()))
                .toList();
    }

    @Override
    public String schema() {
        return ScenarioTemplate.schema();
    }

    @Override
    public String presets() {
        return Presets.table();
    }
}
