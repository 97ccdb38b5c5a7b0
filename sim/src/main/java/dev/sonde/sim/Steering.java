package dev.sonde.sim;

import dev.sonde.sim.explore.StateSchedule;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.state.StateDigest;

import org.jspecify.annotations.Nullable;

/**
 * Takes the order of events out of the hands of time.
 *
 * @param schedule decides what happens next, within the windows that the scenario states
 * @param addsFaults true if the seed also draws faults that the scenario does not name
 * @param states digests the states of runs whose schedule looks at them; null if none does
 * @param decisions hear of what else the schedule decides; null if nobody asks
 */
public record Steering(
        Schedule schedule,
        boolean addsFaults,
        @Nullable StateDigest states,
        @Nullable Decisions decisions) {

    public Steering(Schedule schedule, boolean addsFaults) {
        this(schedule, addsFaults, null, null);
    }

    /** The kernel of a run that is steered like this, or not at all. */
    static Kernel kernel(@Nullable Steering steering, RunLimits limits, long latenessNanos) {
        if (steering == null) {
            return Kernel.timeFaithful(limits);
        }
        return steering.schedule instanceof StateSchedule
                ? Kernel.compared(limits, steering.schedule, latenessNanos)
                : Kernel.adversarial(limits, steering.schedule, latenessNanos);
    }

    /** The choices of such a run, where the seed, or the scenario, makes these. */
    static Choices choices(@Nullable Steering steering, Choices ofTheSeed) {
        if (steering == null || !(steering.schedule instanceof StateSchedule decides)) {
            return ofTheSeed;
        }
        Choices decided = decides.choices(ofTheSeed);
        Decisions decisions = steering.decisions;
        return decisions == null ? decided : decisions.noting(decided, ofTheSeed);
    }
}
