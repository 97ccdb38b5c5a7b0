package dev.sonde.sim;

import org.jspecify.annotations.Nullable;

/**
 * What may differ between runs of one scenario.
 *
 * @param recordsTrace true if the entries of the trace are kept, not only its digest
 * @param steering null for a run that is faithful to time
 * @param asksForMost true if the most matches that were possible are worked out, which may take as
 *     long as the run
 */
public record RunOptions(
        long seed, boolean recordsTrace, @Nullable Steering steering, boolean asksForMost) {

    /** A run that is faithful to time. */
    public RunOptions(long seed, boolean recordsTrace) {
        this(seed, recordsTrace, null);
    }

    RunOptions(long seed, boolean recordsTrace, @Nullable Steering steering) {
        this(seed, recordsTrace, steering, false);
    }

    /** One of the runs of a study. */
    public static RunOptions ofStudy(long seed) {
        return new RunOptions(seed, false, null, true);
    }
}
