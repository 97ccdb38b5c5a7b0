package dev.sonde.sim;

import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.state.StateDigest;

import org.jspecify.annotations.Nullable;

/**
 * Takes the order of events out of the hands of time.
 *
 * @param schedule decides what happens next, within the windows that the scenario states
 * @param addsFaults true if the seed also draws faults that the scenario does not name
 * @param states digests the states of runs whose schedule looks at them; null if none does
 */
public record Steering(Schedule schedule, boolean addsFaults, @Nullable StateDigest states) {

    public Steering(Schedule schedule, boolean addsFaults) {
        this(schedule, addsFaults, null);
    }
}
