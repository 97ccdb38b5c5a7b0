package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Schedule;

/** A schedule that looks at the state of the run, and may decide more than the order of events. */
public interface StateSchedule extends Schedule {

    /** A run begins; the state may be looked at until it is over. */
    void begins(LiveState state);

    /** The choices of the run; those that are not decided here are left to the seed. */
    Choices choices(Choices ofTheSeed);
}
