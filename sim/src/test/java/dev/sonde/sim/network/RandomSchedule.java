package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;
import dev.sonde.sim.kernel.SeededChoices;

/** Any order, any instant. */
final class RandomSchedule implements Schedule {

    private final Draws picks;
    private final Draws instants;

    RandomSchedule(long seed) {
        SeededChoices choices = new SeededChoices(seed);
        this.picks = choices.draws("schedule", "pick", "");
        this.instants = choices.draws("schedule", "instant", "");
    }

    @Override
    public int pick(EnabledEvents enabled) {
        return (int) picks.below(enabled.count());
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        return instants.between(soonestNanos, latestNanos);
    }
}
