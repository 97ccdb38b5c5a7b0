package dev.sonde.sim.testing;

import dev.sonde.sim.RunOptions;
import dev.sonde.sim.Simulation;
import dev.sonde.sim.UnderTestException;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.ScenarioWords;
import dev.sonde.sim.population.PopulationException;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** A scenario that is ready to be run with any seed. */
final class Bench {

    /** Where evidence goes unless a test says otherwise. */
    static final Path OUT = Path.of("target", "sonde");

    private final Scenario scenario;
    private final @Nullable Path file;
    private final Path out;
    private final Simulation simulation;

    private Bench(Scenario scenario, @Nullable Path file, Path out) {
        this.scenario = scenario;
        this.file = file;
        this.out = out;
        try {
            this.simulation = new Simulation(scenario);
        } catch (UnderTestException e) {
            throw new IllegalArgumentException(scenario.name() + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the lobby or the matchmaker cannot be found */
    static Bench of(Scenario scenario) {
        return new Bench(scenario, null, Path.of(System.getProperty("sonde.out", OUT.toString())));
    }

    /**
     * @param file where the scenario stands, null if it stands in the test
     * @param out where evidence of failures goes
     * @throws IllegalArgumentException if the lobby or the matchmaker cannot be found
     */
    static Bench of(Scenario scenario, @Nullable Path file, Path out) {
        return new Bench(scenario, file, out);
    }

    Scenario scenario() {
        return scenario;
    }

    Simulation simulation() {
        return simulation;
    }

    /** Where evidence of failures goes. */
    Path out() {
        return out;
    }

    ScenarioRun run(long seed) {
        RunResult result = result(seed, false);
        return new ScenarioRun(this, JudgedRun.of(result, ScenarioWords.expected(scenario), 0));
    }

    /** Runs again, with every step kept. */
    RunResult traced(long seed) {
        return result(seed, true);
    }

    private RunResult result(long seed, boolean recordsTrace) {
        try {
            return simulation.run(new RunOptions(seed, recordsTrace));
        } catch (PopulationException e) {
            throw new IllegalArgumentException(
                    scenario.name() + " with seed " + seed + ": " + e.getMessage(), e);
        }
    }

    String evidence(ScenarioRun run) {
        return Evidence.write(this, run, file, out);
    }
}
