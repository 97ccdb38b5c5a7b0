package dev.sonde.sim.pack;

import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** How far the runs of one thread have come. For watchdogs: other threads may ask. */
public final class Pulse {

    private volatile @Nullable Kernel running;

    /**
     * Where a run is. Equal ones, some time after each other, mean that it stands still.
     *
     * @param run which one
     * @param event the last one that began, counted from 1; 0 before the first
     */
    public record Beat(Kernel run, long event) {}

    public void begins(Kernel run) {
        running = run;
    }

    public void ends() {
        running = null;
    }

    /** The number of the event that is next, counted from 1; 0 between runs. */
    public long next() {
        Beat beat = beat();
        return beat == null ? 0 : beat.event() + 1;
    }

    /** Null between runs. */
    public @Nullable Beat beat() {
        Kernel run = running;
        return run == null ? null : new Beat(run, run.events());
    }
}
