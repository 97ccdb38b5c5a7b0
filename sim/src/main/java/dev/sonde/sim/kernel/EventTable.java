package dev.sonde.sim.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;

/**
 * The pending events as rows of a table. Rows are used again, so nothing is allocated once the
 * table has grown to what a run needs.
 *
 * <p>An event's <em>ticket</em> is its sequence number and its row in one number. It grows with
 * each event, names the event for ever, and a row that was used again no longer answers to it. So
 * the ticket is the handle that callers hold, the tie-breaker of the order in time, and the test
 * whether an entry of that order is still alive.
 */
final class EventTable {

    /** Events outside all channels: timers. */
    static final int NO_CHANNEL = -1;

    private static final int ROW_BITS = 24;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
    private static final int MOST_ROWS = 1 << ROW_BITS;
    private static final long LAST_SEQUENCE = (1L << (63 - ROW_BITS)) - 1;

    /** Halfway to the last: tickets from here on are numbers that nothing else counts up to. */
    private static final long FAR_SEQUENCE = (LAST_SEQUENCE + 1) / 2;

    private static final int FIRST_CAPACITY = 8;

    /** One row is four words side by side, so that an event is one cache line and not four. */
    private static final int WORDS_SHIFT = 2;

    private static final int TICKET = 0;
    private static final int EARLIEST = 1;
    private static final int LATEST = 2;
    private static final int WHAT_AND_CHANNEL = 3;

    private static final long NO_TICKET = Kernel.NO_EVENT;

    private long[] words = new long[FIRST_CAPACITY << WORDS_SHIFT];

    /** Two by two: the handler and the data. */
    private @Nullable Object[] objects = new Object[2 * FIRST_CAPACITY];

    private int[] freeRows = new int[FIRST_CAPACITY];
    private int freeCount;
    private int usedRows;
    private int size;
    private long lastSequence;
    private long sequenceBefore;

    /** Sequence numbers begin at {@link #FAR_SEQUENCE}; call before the first event. */
    void nameFarFromZero() {
        sequenceBefore = FAR_SEQUENCE;
        lastSequence = FAR_SEQUENCE;
    }

    static boolean isNamedFarFromZero(long number) {
        return ((sequence(number) - FAR_SEQUENCE) >>> 26) == 0;
    }

    static int row(long ticket) {
        return (int) ticket & ROW_MASK;
    }

    static long sequence(long ticket) {
        return ticket >>> ROW_BITS;
    }

    /** Events in the table. */
    int size() {
        return size;
    }

    /** Rows that were ever used since the last {@link #clear()}; all live rows are below. */
    int usedRows() {
        return usedRows;
    }

    /** @return the new event's ticket */
    long add(
            int channel,
            long earliestNanos,
            long latestNanos,
            EventHandler handler,
            int what,
            @Nullable Object eventData) {
        return add(reserve(1), channel, earliestNanos, latestNanos, handler, what, eventData);
    }

    /** Sets aside so many sequence numbers; gives the first. */
    long reserve(int count) {
        if (count > LAST_SEQUENCE - lastSequence) {
            throw new IllegalStateException(
                    "a run can hold at most " + LAST_SEQUENCE + " events; reset the kernel");
        }
        long first = lastSequence + 1;
        lastSequence += count;
        return first;
    }

    /** As {@link #add}, with a sequence number that was set aside and is used once. */
    long add(
            long sequence,
            int channel,
            long earliestNanos,
            long latestNanos,
            EventHandler handler,
            int what,
            @Nullable Object eventData) {
        int row = freeCount > 0 ? freeRows[--freeCount] : freshRow();
        long ticket = sequence << ROW_BITS | row;
        int at = row << WORDS_SHIFT;
        words[at + TICKET] = ticket;
        words[at + EARLIEST] = earliestNanos;
        words[at + LATEST] = latestNanos;
        words[at + WHAT_AND_CHANNEL] = (long) what << 32 | (channel & 0xFFFF_FFFFL);
        objects[2 * row] = handler;
        objects[2 * row + 1] = eventData;
        size++;
        return ticket;
    }

    private int freshRow() {
        if (usedRows == freeRows.length) {
            if (usedRows == MOST_ROWS) {
                throw new IllegalStateException(
                        "more than " + MOST_ROWS + " events are pending; nothing takes them out");
            }
            int capacity = Math.min(MOST_ROWS, usedRows * 2);
            words = Arrays.copyOf(words, capacity << WORDS_SHIFT);
            objects = Arrays.copyOf(objects, 2 * capacity);
            freeRows = Arrays.copyOf(freeRows, capacity);
        }
        return usedRows++;
    }

    /** Forgets an event and everything that it holds on to. */
    void remove(int row) {
        words[row << WORDS_SHIFT] = NO_TICKET;
        objects[2 * row] = null;
        objects[2 * row + 1] = null;
        freeRows[freeCount++] = row;
        size--;
    }

    /** Forgets all events; sequence numbers and rows start again, the room stays. */
    void clear() {
        for (int row = 0; row < usedRows; row++) {
            words[row << WORDS_SHIFT] = NO_TICKET;
        }
        Arrays.fill(objects, 0, 2 * usedRows, null);
        freeCount = 0;
        usedRows = 0;
        size = 0;
        lastSequence = sequenceBefore;
    }

    /** True until the event with this ticket is removed. Any number may be asked about. */
    boolean holds(long ticket) {
        int row = row(ticket);
        return row < usedRows && words[row << WORDS_SHIFT] == ticket && ticket != NO_TICKET;
    }

    /** As {@link #holds}, for a ticket that this table gave out since it was cleared. */
    boolean isAlive(long ticket) {
        return words[row(ticket) << WORDS_SHIFT] == ticket;
    }

    /** The ticket of the event in this row; {@link Kernel#NO_EVENT} if the row is free. */
    long ticket(int row) {
        return words[row << WORDS_SHIFT];
    }

    long earliestNanos(int row) {
        return words[(row << WORDS_SHIFT) + EARLIEST];
    }

    long latestNanos(int row) {
        return words[(row << WORDS_SHIFT) + LATEST];
    }

    int what(int row) {
        return (int) (words[(row << WORDS_SHIFT) + WHAT_AND_CHANNEL] >> 32);
    }

    int channel(int row) {
        return (int) words[(row << WORDS_SHIFT) + WHAT_AND_CHANNEL];
    }

    EventHandler handler(int row) {
        return (EventHandler) Objects.requireNonNull(objects[2 * row]);
    }

    @Nullable
    Object data(int row) {
        return objects[2 * row + 1];
    }
}
