package dev.sonde.sim.cli;

import dev.sonde.sim.Expecting;
import dev.sonde.sim.Pulse;
import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.UnderTest;
import dev.sonde.sim.UnderTestException;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.network.Presets;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.NetworkSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.ScenarioTemplate;
import dev.sonde.sim.study.Goal;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The workbench of this project: scenario files, the simulation, the presets. */
final class ProjectWorkbench implements Workbench {

    private final ScenarioReader reader = new ScenarioReader(Expecting.vocabulary());
    private final UnderTest tested;
    private final long patienceNanos;

    ProjectWorkbench() {
        this(Campaign.PATIENCE_NANOS);
    }

    /** @param patienceNanos how long a run may stand still */
    ProjectWorkbench(long patienceNanos) {
        this(UnderTest.ON_CLASS_PATH, patienceNanos);
    }

    private ProjectWorkbench(UnderTest tested, long patienceNanos) {
        this.tested = tested;
        this.patienceNanos = patienceNanos;
    }

    private record Ready(
            ProjectWorkbench bench, Scenario scenario, Expected expected, Simulation simulation)
            implements Experiment {

        @Override
        public String name() {
            return scenario.name();
        }

        @Override
        public boolean hasComparableStates() {
            return scenario.network().detail() == NetworkSection.Detail.FLOW;
        }

        @Override
        public long seed() {
            return scenario.seed();
        }

        @Override
        public String description() {
            return scenario.description();
        }

        @Override
        public List<Goal> goals() {
            return StudyWords.goals(scenario);
        }

        @Override
        public Experiment with(Map<String, String> changes) throws InputException {
            try {
                return bench.ready(bench.reader.with(scenario, changes));
            } catch (ScenarioException | UnderTestException e) {
                throw new InputException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public Explored explored() {
            return simulation.explored();
        }

        @Override
        public Grid grid() {
            return simulation.grid();
        }

        @Override
        public JudgedRun run(long seed, boolean recordTrace, Pulse pulse) throws InputException {
            return run(new RunOptions(seed, recordTrace), pulse);
        }

        @Override
        public JudgedRun studied(long seed, Pulse pulse) throws InputException {
            return run(RunOptions.ofStudy(seed), pulse);
        }

        private JudgedRun run(RunOptions options, Pulse pulse) throws InputException {
            long start = System.nanoTime();
            try {
                RunResult result = simulation.run(options, pulse);
                return JudgedRun.of(result, expected, System.nanoTime() - start);
            } catch (PopulationException e) {
                throw new InputException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Override
    public Workbench testing(UnderTest found) {
        return new ProjectWorkbench(found, patienceNanos);
    }

    @Override
    public long patienceNanos() {
        return patienceNanos;
    }

    @Override
    public Experiment load(Path file, @Nullable String underTest) throws InputException {
        InputFiles.check(file);
        try {
            Scenario read = reader.read(file);
            Scenario scenario = underTest == null
                    ? read
                    : read.withLobby(read.lobby().withUnderTest(underTest));
            return ready(scenario);
        } catch (UnderTestException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        } catch (ScenarioException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private Ready ready(Scenario scenario) throws UnderTestException {
        return new Ready(this, scenario, Expecting.of(scenario), new Simulation(scenario, tested));
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
