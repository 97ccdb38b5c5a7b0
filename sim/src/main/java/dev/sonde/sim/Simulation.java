package dev.sonde.sim;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.scenario.Scenario;

/** Wires one run: a lobby, a network, people and claims around one kernel. */
public final class Simulation {

    private Simulation() {}

    /** Runs a scenario to quiescence or a limit. */
    public static RunResult run(Scenario scenario, RunOptions options) {
        throw new UnsupportedOperationException(scenario.name() + options);
    }
}
