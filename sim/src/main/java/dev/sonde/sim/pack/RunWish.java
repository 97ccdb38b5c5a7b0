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
 * @param aside takes work of the run to another processor; null if there is none to spare
 */
public record RunWish(
        long seed,
        boolean recordsTrace,
        @Nullable Schedule schedule,
        boolean asksForMost,
        @Nullable Aside aside) {

    /** A run in the scenario's own order. */
    public RunWish(long seed, boolean recordsTrace) {
        this(seed, recordsTrace, null, false, null);
    }

    /** The same, with another processor to help where the run is long. */
    public RunWish with(Aside helper) {
        return new RunWish(seed, recordsTrace, schedule, asksForMost, helper);
    }

    /** One of the runs of a study. */
    public static RunWish ofStudy(long seed) {
        return new RunWish(seed, false, null, true, null);
    }
}
