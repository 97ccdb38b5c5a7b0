package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/** Every event as soon as it may, the earliest first: the order from which schedules deviate. */
final class DefaultOrder implements Schedule {

    static final DefaultOrder INSTANCE = new DefaultOrder();

    private DefaultOrder() {}

    @Override
    public int pick(EnabledEvents enabled) {
        return enabled.first();
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        return soonestNanos;
    }
}
