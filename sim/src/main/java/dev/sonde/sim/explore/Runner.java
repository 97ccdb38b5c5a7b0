package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Schedule;

import java.util.SortedMap;

/** Runs one scenario as often as somebody likes, on one thread. */
public interface Runner {

    /**
     * Runs once, from the start until nothing is left to do, a limit, or the schedule's stop.
     *
     * @param seed of everything that the schedule does not decide
     * @param adds true if the seed also draws what is added to the scenario: its faults
     */
    Attempt run(long seed, Schedule schedule, boolean adds);

    /** How often each label was reached since somebody asked last, sorted by label. */
    SortedMap<String, Long> takeReached();

    /**
     * Grows as long as the run that is going on makes progress; 0 between runs. For watchdogs, so
     * other threads may ask.
     */
    long pulse();
}
