package dev.sonde.sim.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * The order that a {@link Schedule} decides.
 *
 * <p>Candidates are the timers and the heads of the channels. One may run if its earliest instant
 * is no later than the smallest latest instant of all candidates; it then runs between now (or its
 * earliest instant) and that smallest latest one. So no event is ever too late, and the last
 * instant of the run's time ends every window.
 *
 * <p>Candidates are few, so they stand in one array, in order of their sequence numbers.
 */
final class OpenOrder implements Order, EnabledEvents {

    private static final int FIRST_CAPACITY = 8;

    private final EventTable table;
    private final Channels channels;
    private final Schedule schedule;

    private int[] candidates = new int[FIRST_CAPACITY];
    private int candidateCount;

    /** Places in {@link #candidates}. */
    private int[] enabled = new int[FIRST_CAPACITY];

    private int enabledCount;

    /** By row: the number of the event that put it into the queue. */
    private long[] causes = new long[FIRST_CAPACITY];

    private long steps;
    private boolean stopped;
    private long instantNanos;

    OpenOrder(EventTable table, Channels channels, Schedule schedule) {
        this.table = table;
        this.channels = channels;
        this.schedule = schedule;
    }

    @Override
    public void added(long ticket, int channel, long earliestNanos) {
        int row = EventTable.row(ticket);
        if (row >= causes.length) {
            causes = Arrays.copyOf(causes, Math.max(row + 1, 2 * causes.length));
        }
        causes[row] = steps;
        if (channel == EventTable.NO_CHANNEL || channels.isHead(channel, row)) {
            if (candidateCount == candidates.length) {
                candidates = Arrays.copyOf(candidates, candidateCount * 2);
                enabled = new int[candidateCount * 2];
            }
            candidates[candidateCount++] = row;
        }
    }

    @Override
    public void cancelled(int row, int channel) {
        if (channel != EventTable.NO_CHANNEL && !channels.isHead(channel, row)) {
            return;
        }
        int place = 0;
        while (candidates[place] != row) {
            place++;
        }
        removeCandidate(place, channel);
    }

    @Override
    public int next(long nowNanos, long lastNanos) {
        long horizonNanos = findEnabled(lastNanos);
        if (enabledCount == 0) {
            return NONE;
        }
        int picked = schedule.pick(this);
        stopped = picked == Schedule.STOP;
        if (stopped) {
            return STOPPED;
        }
        if (picked < 0 || picked >= enabledCount) {
            throw new IllegalStateException("the schedule picked event " + picked
                    + " of the enabled ones; expected 0 to " + (enabledCount - 1));
        }
        int place = enabled[picked];
        int row = candidates[place];
        long soonestNanos = Math.max(nowNanos, table.earliestNanos(row));
        long instant = schedule.instant(soonestNanos, horizonNanos);
        if (instant < soonestNanos || instant > horizonNanos) {
            throw new IllegalStateException(
                    "the schedule chose the instant " + instant + " ns for '" + describe(picked)
                            + "'; expected " + soonestNanos + " to " + horizonNanos + " ns");
        }
        instantNanos = instant;
        steps++;
        removeCandidate(place, table.channel(row));
        return row;
    }

    /** Fills {@link #enabled} and returns the last instant at which one of them may run. */
    private long findEnabled(long lastNanos) {
        long horizonNanos = lastNanos;
        for (int i = 0; i < candidateCount; i++) {
            horizonNanos = Math.min(horizonNanos, table.latestNanos(candidates[i]));
        }
        enabledCount = 0;
        for (int i = 0; i < candidateCount; i++) {
            if (table.earliestNanos(candidates[i]) <= horizonNanos) {
                enabled[enabledCount++] = i;
            }
        }
        return horizonNanos;
    }

    /** Takes a candidate out; the event behind it on its channel comes in, at its own place. */
    private void removeCandidate(int place, int channel) {
        int successor = channel == EventTable.NO_CHANNEL
                ? Channels.NONE
                : channels.behind(candidates[place]);
        long ticket = successor == Channels.NONE ? Long.MAX_VALUE : table.ticket(successor);
        int gap = place;
        while (gap + 1 < candidateCount && table.ticket(candidates[gap + 1]) < ticket) {
            candidates[gap] = candidates[gap + 1];
            gap++;
        }
        if (successor == Channels.NONE) {
            candidateCount--;
        } else {
            candidates[gap] = successor;
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public long instantNanos() {
        return instantNanos;
    }

    @Override
    public void clear() {
        candidateCount = 0;
        enabledCount = 0;
        steps = 0;
        stopped = false;
    }

    @Override
    public int count() {
        return enabledCount;
    }

    @Override
    public long earliestNanos(int index) {
        return table.earliestNanos(row(index));
    }

    @Override
    public long latestNanos(int index) {
        return table.latestNanos(row(index));
    }

    @Override
    public long sequence(int index) {
        return EventTable.sequence(table.ticket(row(index)));
    }

    @Override
    public long cause(int index) {
        return causes[row(index)];
    }

    @Override
    public long touches(int index) {
        int row = row(index);
        return table.handler(row).touches(table.what(row), table.data(row));
    }

    @Override
    public String describe(int index) {
        int row = row(index);
        return table.handler(row).describe(table.what(row), table.data(row));
    }

    private int row(int index) {
        return candidates[enabled[Objects.checkIndex(index, enabledCount)]];
    }
}
