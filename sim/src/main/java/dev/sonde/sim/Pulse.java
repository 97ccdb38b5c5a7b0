package dev.sonde.sim;

import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** How far the runs of one thread have come. For watchdogs: other threads may ask. */
final class Pulse {

    private volatile @Nullable Kernel running;

    void begins(Kernel run) {
        running = run;
    }

    void ends() {
        running = null;
    }

    /** Null between runs. */
    ScenarioBench.@Nullable Beat beat() {
        Kernel run = running;
        return run == null ? null : new ScenarioBench.Beat(run, run.events());
    }
}
