package dev.sonde.sim.pack;

import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

/**
 * What may differ between runs of one scenario.
 *
 * @param seed of everything that a schedule does not decide
 * @param recordsTrace true if the entries of the trace are kept, not only its digest
 * @param schedule decides what happens next; null for the order that the scenario states
 * @param asksForMost true if the most matches that were possible are worked out, which may take as
 *     long as the run
 */
public record RunWish(
        long seed, boolean recordsTrace, @Nullable Schedule schedule, boolean asksForMost) {

    /** A run in the scenario's own order. */
    public RunWish(long seed, boolean recordsTrace) {
        this(seed, recordsTrace, null, false);
    }

    /** One of the runs of a study. */
    public static RunWish ofStudy(long seed) {
        return new RunWish(seed, false, null, true);
    }
}
