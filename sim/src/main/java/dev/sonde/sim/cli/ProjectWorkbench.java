package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.network.Presets;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.Prepared;
import dev.sonde.sim.pack.ProtocolPack;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.RunWish;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.scenario.ScenarioReader;
import dev.sonde.sim.scenario.ScenarioTemplate;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.trace.Story;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The workbench of this project: scenario files, the protocol packs, the presets. */
final class ProjectWorkbench implements Workbench {

    private final Packs packs;
    private final ScenarioReader reader;
    private final long patienceNanos;

    ProjectWorkbench() {
        this(Campaign.PATIENCE_NANOS);
    }

    /** @param patienceNanos how long a run may stand still */
    ProjectWorkbench(long patienceNanos) {
        this(Packs.ON_CLASS_PATH, patienceNanos);
    }

    private ProjectWorkbench(Packs packs, long patienceNanos) {
        this.packs = packs;
        this.reader = packs.reader();
        this.patienceNanos = patienceNanos;
    }

    private record Ready(
            ProjectWorkbench bench,
            Scenario scenario,
            Expected expected,
            ProtocolPack pack,
            Prepared prepared)
            implements Experiment {

        @Override
        public String name() {
            return scenario.name();
        }

        @Override
        public String protocol() {
            return scenario.protocol();
        }

        @Override
        public List<Metric> metrics() {
            return pack.metrics();
        }

        @Override
        public boolean hasComparableStates() {
            return prepared.hasComparableStates();
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
        public Story story(RunResult run, int mostSteps) {
            return prepared.story(run, run.events(), mostSteps);
        }

        @Override
        public Experiment with(Map<String, String> changes) throws InputException {
            try {
                return bench.ready(bench.reader.with(scenario, changes));
            } catch (ScenarioException | PackException e) {
                throw new InputException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public Explored explored() {
            return prepared.explored(Pulse::new);
        }

        @Override
        public Grid grid() {
            return ScenarioWords.grid(scenario);
        }

        @Override
        public JudgedRun run(long seed, boolean recordTrace, Pulse pulse) throws InputException {
            RunWish wish = new RunWish(seed, recordTrace);
            if (Runtime.getRuntime().availableProcessors() < 2) {
                return run(wish, pulse);
            }
            try (SecondThread second = new SecondThread()) {
                return run(wish.with(second), pulse);
            }
        }

        @Override
        public JudgedRun studied(long seed, Pulse pulse) throws InputException {
            return run(RunWish.ofStudy(seed), pulse);
        }

        private JudgedRun run(RunWish wish, Pulse pulse) throws InputException {
            long start = System.nanoTime();
            try {
                RunResult result = prepared.run(wish, pulse);
                return JudgedRun.of(result, expected, System.nanoTime() - start);
            } catch (PackException e) {
                throw new InputException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Override
    public Workbench testing(Packs others) {
        return new ProjectWorkbench(others, patienceNanos);
    }

    @Override
    public List<Metric> metrics() {
        return packs.metrics();
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
            TestedOptions.check(file, underTest, read.protocol());
            return ready(underTest == null ? read : read.withUnderTest(underTest));
        } catch (PackException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        } catch (ScenarioException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private Ready ready(Scenario scenario) throws PackException {
        ProtocolPack pack = packs.named(scenario.protocol());
        return new Ready(
                this, scenario, ScenarioWords.expected(scenario), pack, pack.prepared(scenario));
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
