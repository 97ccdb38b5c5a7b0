package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

/** Is shown the events that are still to happen, in order of their sequence numbers. */
@FunctionalInterface
public interface PendingVisitor {

    /** Timers are on no channel. */
    int NO_CHANNEL = EventTable.NO_CHANNEL;

    /**
     * @param handle the event's
     * @param channel the event's channel, or {@link #NO_CHANNEL}
     * @param earliestInNanos from now to the start of its window; negative if the window is open
     *     already
     * @param latestInNanos from now to the end of its window, or {@link Kernel#NEVER}
     */
    void pending(
            long handle,
            int channel,
            long earliestInNanos,
            long latestInNanos,
            EventHandler handler,
            int what,
            @Nullable Object data);
}
