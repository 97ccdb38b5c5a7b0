package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Schedule;

import java.util.Map;
import java.util.Set;

/** A scenario that can be run again and again under other schedules. Several threads may use it. */
public interface Explored {

    /** The scenario's name. */
    String name();

    /** Every label that a large campaign of any scenario has to reach. */
    Set<String> declared();

    /**
     * Those of them that no run can reach, each with the reason; one that is reached is a mistake.
     */
    Map<String, String> exempt();

    /** The same, with so much left out of it that a search through all its states may end. */
    Explored countable();

    /** Runs for one thread. */
    Runner runner();

    /**
     * The scenario as a file, with what the seed adds to it written out: running that file with
     * nothing added is the same run.
     */
    String text(long seed);

    /**
     * Such a file as JSON, on one line.
     *
     * @param adds false for a run to which the seed adds nothing
     */
    String json(long seed, boolean adds);

    /**
     * One run, and its scenario with everything written out.
     *
     * @param scenario to which nothing is added, and whose schedules decide nothing but the order
     *     of events and their instants: the same ones make it the same run
     */
    record Told(Attempt attempt, Explored scenario) {}

    /**
     * Runs once, and writes out what the seed added to the scenario and what the schedule decided
     * of it.
     *
     * @param adds true if the seed also draws what is added to the scenario
     */
    Told told(long seed, Schedule schedule, boolean adds);
}
