package dev.sonde.sim;

import org.jspecify.annotations.Nullable;

/**
 * What may differ between runs of one scenario.
 *
 * @param recordsTrace true if the entries of the trace are kept, not only its digest
 * @param steering null for a run that is faithful to time
 */
public record RunOptions(
        long seed, boolean recordsTrace, @Nullable Steering steering) {

    /** A run that is faithful to time. */
    public RunOptions(long seed, boolean recordsTrace) {
        this(seed, recordsTrace, null);
    }
}
