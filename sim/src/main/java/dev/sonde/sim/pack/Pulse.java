package dev.sonde.sim.pack;

import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** How far the runs of one thread have come. For watchdogs: other threads may ask. */
public final class Pulse {

    private volatile @Nullable Kernel running;

    public void begins(Kernel run) {
        running = run;
    }

    public void ends() {
        running = null;
    }

    /** Null between runs. */
    public ScenarioBench.@Nullable Beat beat() {
        Kernel run = running;
        return run == null ? null : new ScenarioBench.Beat(run, run.events());
    }
}
