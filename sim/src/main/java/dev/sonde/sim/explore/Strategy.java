package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;

/**
 * A way to choose schedules. One strategy serves one thread, run after run.
 *
 * <p>A strategy that draws takes all its chance from the choices that it is given, so the schedule
 * is a function of the seed alone. One that works through schedules systematically has a memory of
 * its own, and says when nothing is left.
 */
public interface Strategy {

    /** The schedule of the next run; valid until the run is over. */
    Schedule next(Choices choices);

    /** The run is over. */
    default void ended(Attempt attempt) {}

    /**
     * The schedule of the last run, to be run once more; null for a strategy that draws, since the
     * same choices give the same schedule.
     */
    default @Nullable Schedule again() {
        return null;
    }

    /** How much has been covered; null for a strategy that draws. */
    default @Nullable Coverage coverage() {
        return null;
    }

    /**
     * True if the next run should be of another world, that is, of another seed; false if it must
     * be of the same one as the last.
     */
    default boolean isDoneWithWorld() {
        return true;
    }

    /** True if every schedule of its kind has been run in this world; the next one begins again. */
    default boolean isExhausted() {
        return false;
    }
}
