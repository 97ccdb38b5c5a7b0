package dev.sonde.sim;

import dev.sonde.sim.pack.Aside;

import org.jspecify.annotations.Nullable;

/**
 * What may differ between runs of one scenario.
 *
 * @param recordsTrace true if the entries of the trace are kept, not only its digest
 * @param steering null for a run that is faithful to time
 * @param asksForMost true if the most matches that were possible are worked out, which may take as
 *     long as the run
 * @param aside takes work of the run to another processor; null if there is none to spare
 */
public record RunOptions(
        long seed,
        boolean recordsTrace,
        @Nullable Steering steering,
        boolean asksForMost,
        @Nullable Aside aside) {

    /** A run that is faithful to time. */
    public RunOptions(long seed, boolean recordsTrace) {
        this(seed, recordsTrace, null);
    }

    RunOptions(long seed, boolean recordsTrace, @Nullable Steering steering) {
        this(seed, recordsTrace, steering, false, null);
    }

    /** One of the runs of a study. */
    public static RunOptions ofStudy(long seed) {
        return new RunOptions(seed, false, null, true, null);
    }
}
