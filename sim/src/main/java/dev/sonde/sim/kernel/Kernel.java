package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Simulated time and everything that is still to happen.
 *
 * <p>Every pending event has a window [earliest, latest]. A <em>time-faithful</em> run takes the
 * window as a point and runs events in order of (earliest, sequence). An <em>adversarial</em> run
 * leaves the order, and the instant within the window, to a {@link Schedule}. Events on one channel
 * keep their order in both.
 */
public final class Kernel {

    /** No event has this handle. */
    public static final long NO_EVENT = 0;

    /** Why {@link #run()} returned. */
    public enum End {
        /** Nothing is left to happen. */
        QUIET,
        /** {@link RunLimits#events()} was reached. */
        EVENT_LIMIT,
        /** The next event lies beyond {@link RunLimits#simulatedNanos()}. */
        TIME_LIMIT,
        /** {@link #stop()} was called. */
        STOPPED
    }

    public static Kernel timeFaithful(RunLimits limits) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param latenessNanos how late, at most, a timer may be
     */
    public static Kernel adversarial(RunLimits limits, Schedule schedule, long latenessNanos) {
        throw new UnsupportedOperationException();
    }

    /** True if a {@link Schedule} decides the order, so that links give windows, not instants. */
    public boolean isAdversarial() {
        throw new UnsupportedOperationException();
    }

    /** Now. Never goes back. */
    public long nowNanos() {
        throw new UnsupportedOperationException();
    }

    /** Events run so far; during an event, its number (from 1). */
    public long events() {
        throw new UnsupportedOperationException();
    }

    /** Events still to happen. */
    public int pending() {
        throw new UnsupportedOperationException();
    }

    /**
     * Sets a timer.
     *
     * @return a handle for {@link #cancel}
     */
    public long timer(long dueNanos, EventHandler handler, int what, @Nullable Object data) {
        throw new UnsupportedOperationException();
    }

    /** Makes a new channel: an ordered line of events of which only the first may run. */
    public int openChannel() {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts an event into a channel, behind all that are in it. Its window is raised to that of its
     * predecessor where it lies before.
     *
     * @return a handle for {@link #cancel}
     */
    public long post(
            int channel,
            long earliestNanos,
            long latestNanos,
            EventHandler handler,
            int what,
            @Nullable Object data) {
        throw new UnsupportedOperationException();
    }

    /** Takes back an event; false if it has happened already or was taken back before. */
    public boolean cancel(long handle) {
        throw new UnsupportedOperationException();
    }

    /** Runs the next event; false if there is none, or a limit was reached. */
    public boolean step() {
        throw new UnsupportedOperationException();
    }

    /** Runs events until there is a reason to stop. */
    public End run() {
        throw new UnsupportedOperationException();
    }

    /** Ends {@link #run()} after the event that is running. */
    public void stop() {
        throw new UnsupportedOperationException();
    }
}
