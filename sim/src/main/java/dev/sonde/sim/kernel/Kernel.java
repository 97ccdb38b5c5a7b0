package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

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

    /** The window that never ends: the latest instant of an event that may wait for ever. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * Where the time of a run begins whose states are compared: so far from 0 that a number says by
     * its value whether it is an instant. Whole seconds, as clocks of pages round.
     */
    public static final long FAR_NANOS = 1_152_921_504L * 1_000_000_000L;

    /** Every number that is closer to {@link #FAR_NANOS} is an instant, as no run is so long. */
    public static final long FAR_SPAN_NANOS = 1L << 50;

    /** Why {@link #run()} returned. */
    public enum End {
        /** Nothing is left to happen. */
        QUIET,
        /** {@link RunLimits#events()} was reached. */
        EVENT_LIMIT,
        /** The next event lies beyond {@link RunLimits#simulatedNanos()}. */
        TIME_LIMIT,
        /** {@link #stop()} was called, or the schedule stopped. */
        STOPPED
    }

    private final EventTable table = new EventTable();
    private final Channels channels = new Channels();
    private final Order order;
    private final boolean adversarial;
    private final long latenessNanos;
    private final long mostEvents;
    private final long startNanos;
    private final long lastNanos;

    private long nowNanos;
    private long events;
    private boolean stopping;
    private long[] tickets = new long[0];

    private Kernel(
            RunLimits limits, @Nullable Schedule schedule, long latenessNanos, long startNanos) {
        this.adversarial = schedule != null;
        this.order =
                schedule == null ? new TimeOrder(table) : new OpenOrder(table, channels, schedule);
        this.latenessNanos = latenessNanos;
        this.mostEvents = limits.events();
        this.startNanos = startNanos;
        this.nowNanos = startNanos;
        long last = startNanos + limits.simulatedNanos();
        this.lastNanos = last < startNanos ? NEVER : last;
        if (startNanos != 0) {
            table.nameFarFromZero();
        }
    }

    /** A kernel that runs each event at its earliest instant. */
    public static Kernel timeFaithful(RunLimits limits) {
        return new Kernel(limits, null, 0, 0);
    }

    /**
     * A kernel that lets a schedule decide.
     *
     * @param latenessNanos how late, at most, a timer may be
     * @throws IllegalArgumentException if the lateness is negative
     */
    public static Kernel adversarial(RunLimits limits, Schedule schedule, long latenessNanos) {
        if (latenessNanos < 0) {
            throw new IllegalArgumentException(
                    "a timer is late by 0 ns or more, not by " + latenessNanos + " ns");
        }
        return new Kernel(limits, schedule, latenessNanos, 0);
    }

    /**
     * As {@link #adversarial}, for runs whose states are compared: time begins at
     * {@link #FAR_NANOS}, and handles are as far from all other numbers, see {@link #isHandle}.
     */
    public static Kernel compared(RunLimits limits, Schedule schedule, long latenessNanos) {
        if (latenessNanos < 0 || limits.simulatedNanos() >= FAR_SPAN_NANOS) {
            throw new IllegalArgumentException("runs are compared with a lateness of 0 ns or more"
                    + " and for less than " + FAR_SPAN_NANOS + " ns, not with " + latenessNanos
                    + " ns and " + limits);
        }
        return new Kernel(limits, schedule, latenessNanos, FAR_NANOS);
    }

    /** When the run starts: the instants of a scenario count from here. */
    public long startNanos() {
        return startNanos;
    }

    /** True if the number can only be a handle, by a kernel whose runs are {@link #compared}. */
    public static boolean isHandle(long number) {
        return EventTable.isNamedFarFromZero(number);
    }

    /** True until the event with this handle has happened or was taken back. */
    public boolean isPending(long handle) {
        return table.holds(handle);
    }

    /** True if a {@link Schedule} decides the order, so that links give windows, not instants. */
    public boolean isAdversarial() {
        return adversarial;
    }

    /** How late a timer may be, at most; 0 where events run as soon as they may. */
    public long latenessNanos() {
        return latenessNanos;
    }

    /** Now. Never goes back. */
    public long nowNanos() {
        return nowNanos;
    }

    /** Events run so far; during an event, its number (from 1). */
    public long events() {
        return events;
    }

    /** Events still to happen. */
    public int pending() {
        return table.size();
    }

    /**
     * Sets a timer. One that is due in the past is due now.
     *
     * @return a handle for {@link #cancel}
     */
    public long timer(long dueNanos, EventHandler handler, int what, @Nullable Object data) {
        long earliest = Math.max(dueNanos, nowNanos);
        long latest = earliest + latenessNanos;
        if (latest < earliest) {
            latest = NEVER;
        }
        int channel = EventTable.NO_CHANNEL;
        long ticket = table.add(channel, earliest, latest, handler, what, data);
        order.added(ticket, channel, earliest);
        return ticket;
    }

    /**
     * Sets aside places among the events of one instant, as if so many timers were set now. Timers
     * that come one after another can then be set one by one, and run as if all had been set.
     *
     * @return the first place; the others follow it
     */
    public long reserve(int count) {
        return table.reserve(count);
    }

    /**
     * Sets a timer at a place that was {@link #reserve}d, each used once.
     *
     * @throws IllegalStateException if a schedule decides the order: it would have to know of it
     */
    public void timerAt(
            long place, long dueNanos, EventHandler handler, int what, @Nullable Object data) {
        if (adversarial) {
            throw new IllegalStateException("a schedule has to know of all timers");
        }
        long due = Math.max(dueNanos, nowNanos);
        long ticket = table.add(place, EventTable.NO_CHANNEL, due, due, handler, what, data);
        order.added(ticket, EventTable.NO_CHANNEL, due);
    }

    /** Makes a new channel: an ordered line of events of which only the first may run. */
    public int openChannel() {
        return channels.open();
    }

    /**
     * Closes a channel. The events that are in it still happen; after the last of them, the number
     * may be given to another channel, so it must not be used any more.
     *
     * @throws IllegalArgumentException if the channel is not open
     */
    public void closeChannel(int channel) {
        channels.close(channel);
    }

    /**
     * Puts an event into a channel, behind all that are in it. Its window is raised to that of its
     * predecessor (the last one that is still to happen) and to now, where it lies before.
     *
     * @param latestNanos {@link #NEVER} if the event may wait for ever; time-faithful runs use the
     *     earliest instant only
     * @return a handle for {@link #cancel}
     * @throws IllegalArgumentException if the channel is not open, or the window ends before it
     *     starts
     */
    public long post(
            int channel,
            long earliestNanos,
            long latestNanos,
            EventHandler handler,
            int what,
            @Nullable Object data) {
        channels.checkOpen(channel);
        if (latestNanos < earliestNanos) {
            throw new IllegalArgumentException("the window from " + earliestNanos + " to "
                    + latestNanos + " ns ends before it starts");
        }
        long earliest = Math.max(earliestNanos, nowNanos);
        long latest = adversarial ? Math.max(latestNanos, earliest) : earliest;
        int tail = channels.tail(channel);
        if (tail != Channels.NONE) {
            earliest = Math.max(earliest, table.earliestNanos(tail));
            latest = Math.max(latest, table.latestNanos(tail));
        }
        long ticket = table.add(channel, earliest, latest, handler, what, data);
        channels.append(channel, EventTable.row(ticket));
        order.added(ticket, channel, earliest);
        return ticket;
    }

    /** Takes back an event; false if it has happened already or was taken back before. */
    public boolean cancel(long handle) {
        if (!table.holds(handle)) {
            return false;
        }
        int row = EventTable.row(handle);
        int channel = table.channel(row);
        table.remove(row);
        order.cancelled(row, channel);
        if (channel != EventTable.NO_CHANNEL) {
            channels.unlink(channel, row);
        }
        return true;
    }

    /** As {@link #run}, one event only; false if there is none, or a limit was reached. */
    public boolean step() {
        return advance() == null;
    }

    /**
     * Runs events until there is a reason to stop.
     *
     * @throws IllegalStateException if the schedule breaks the rules
     */
    public End run() {
        stopping = false;
        while (!stopping) {
            End end = advance();
            if (end != null) {
                return end;
            }
        }
        return End.STOPPED;
    }

    /** True if a schedule has ended the run. */
    public boolean isStopped() {
        return order.isStopped();
    }

    private @Nullable End advance() {
        if (table.size() == 0) {
            return End.QUIET;
        }
        if (events >= mostEvents) {
            return End.EVENT_LIMIT;
        }
        int row = order.next(nowNanos, lastNanos);
        if (row == Order.NONE) {
            return End.TIME_LIMIT;
        }
        if (row == Order.STOPPED) {
            return End.STOPPED;
        }
        nowNanos = order.instantNanos();
        events++;
        EventHandler handler = table.handler(row);
        int what = table.what(row);
        Object data = table.data(row);
        int channel = table.channel(row);
        table.remove(row);
        if (channel != EventTable.NO_CHANNEL) {
            channels.unlink(channel, row);
        }
        handler.handle(what, data);
        return null;
    }

    /** Ends {@link #run()} after the event that is running. */
    public void stop() {
        stopping = true;
    }

    /**
     * Makes the kernel as it was when new, but keeps its room, so that the next run allocates
     * nothing. Handles and channels from before must not be used any more.
     */
    public void reset() {
        table.clear();
        channels.clear();
        order.clear();
        nowNanos = startNanos;
        events = 0;
        stopping = false;
    }

    /** Shows all events that are still to happen, in order of their sequence numbers. */
    public void visitPending(PendingVisitor visitor) {
        if (tickets.length < table.size()) {
            tickets = new long[2 * table.size()];
        }
        int count = 0;
        for (int row = 0; row < table.usedRows(); row++) {
            if (table.ticket(row) != NO_EVENT) {
                tickets[count++] = table.ticket(row);
            }
        }
        Arrays.sort(tickets, 0, count);
        for (int i = 0; i < count; i++) {
            int row = EventTable.row(tickets[i]);
            long latest = table.latestNanos(row);
            visitor.pending(
                    tickets[i],
                    table.channel(row),
                    table.earliestNanos(row) - nowNanos,
                    latest == NEVER ? NEVER : latest - nowNanos,
                    table.handler(row),
                    table.what(row),
                    table.data(row));
        }
    }
}
