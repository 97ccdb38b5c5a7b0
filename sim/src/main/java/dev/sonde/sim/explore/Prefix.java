package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.Schedule;

/** The first events of a known run; whatever another schedule likes after them. For one run. */
final class Prefix implements Schedule {

    private final Replay known;
    private final Schedule suffix;
    private long left;
    private boolean isKnown;

    /** @param events how many events the known run decides */
    Prefix(Replay known, long events, Schedule suffix) {
        this.known = known;
        this.left = events;
        this.suffix = suffix;
    }

    @Override
    public int pick(EnabledEvents enabled) {
        isKnown = left > 0;
        left--;
        return isKnown ? known.pick(enabled) : suffix.pick(enabled);
    }

    @Override
    public long instant(long soonestNanos, long latestNanos) {
        return (isKnown ? known : suffix).instant(soonestNanos, latestNanos);
    }
}
