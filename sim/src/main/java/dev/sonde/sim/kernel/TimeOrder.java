package dev.sonde.sim.kernel;

import java.util.Arrays;

/**
 * The order (earliest, sequence): a heap with four children per node, as pairs of words in one
 * array.
 *
 * <p>A cancelled event's entry stays until it comes to the top or until more than half of the heap
 * is such entries; then all are swept out at once. The table tells them by their tickets.
 *
 * <p>The entry of the event that runs stays at the top too, as nothing can be before it. Most
 * events cause another one, and that one then takes its place in one pass instead of two.
 */
final class TimeOrder implements Order {

    /** Where the first entry stands: four entries that are siblings then share a cache line. */
    private static final int TOP = 4;

    private static final int ENTRY = 2;
    private static final int FIRST_CAPACITY = TOP + ENTRY * 8;
    private static final int FEW = TOP + ENTRY * 64;

    private final EventTable table;

    /** Pairs of instant and ticket, from {@link #TOP} to {@link #end}. */
    private long[] heap = new long[FIRST_CAPACITY];

    private int end = TOP;
    private int cancelled;
    private boolean topIsRunning;
    private long instantNanos;

    TimeOrder(EventTable table) {
        this.table = table;
    }

    @Override
    public void added(long ticket, int channel, long earliestNanos) {
        if (topIsRunning) {
            topIsRunning = false;
            siftDown(TOP, earliestNanos, ticket);
            return;
        }
        if (end == heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        end += ENTRY;
        siftUp(end - ENTRY, earliestNanos, ticket);
    }

    @Override
    public void cancelled(int row, int channel) {
        cancelled++;
        if (end >= FEW && 2 * ENTRY * cancelled > end - TOP) {
            sweep();
        }
    }

    @Override
    public int next(long nowNanos, long lastNanos) {
        if (topIsRunning) {
            topIsRunning = false;
            removeTop();
        }
        while (end > TOP) {
            long ticket = heap[TOP + 1];
            if (table.isAlive(ticket)) {
                instantNanos = heap[TOP];
                if (instantNanos > lastNanos) {
                    return NONE;
                }
                topIsRunning = true;
                return EventTable.row(ticket);
            }
            cancelled--;
            removeTop();
        }
        return NONE;
    }

    @Override
    public long instantNanos() {
        return instantNanos;
    }

    @Override
    public void clear() {
        end = TOP;
        cancelled = 0;
        topIsRunning = false;
    }

    /** Entries, those of cancelled events included. */
    int entries() {
        return (end - TOP) / ENTRY;
    }

    private void removeTop() {
        end -= ENTRY;
        if (end > TOP) {
            siftDown(TOP, heap[end], heap[end + 1]);
        }
    }

    private void sweep() {
        int kept = TOP;
        for (int at = TOP; at < end; at += ENTRY) {
            long ticket = heap[at + 1];
            if (table.isAlive(ticket)) {
                heap[kept] = heap[at];
                heap[kept + 1] = ticket;
                kept += ENTRY;
            }
        }
        end = kept;
        cancelled = 0;
        topIsRunning = false;
        for (int at = parent(end - ENTRY); at >= TOP; at -= ENTRY) {
            siftDown(at, heap[at], heap[at + 1]);
        }
    }

    private static int parent(int at) {
        return (at + 10) >> 3 << 1;
    }

    private static int firstChild(int at) {
        return 4 * at - 10;
    }

    private void siftUp(int from, long instant, long ticket) {
        long[] entries = heap;
        int at = from;
        while (at > TOP) {
            int parent = parent(at);
            long parentInstant = entries[parent];
            long parentTicket = entries[parent + 1];
            if (!before(instant, ticket, parentInstant, parentTicket)) {
                break;
            }
            entries[at] = parentInstant;
            entries[at + 1] = parentTicket;
            at = parent;
        }
        entries[at] = instant;
        entries[at + 1] = ticket;
    }

    private void siftDown(int from, long instant, long ticket) {
        long[] entries = heap;
        int at = from;
        int child = firstChild(at);
        while (child + 6 < end) {
            int best = leastOfFour(entries, child);
            long bestInstant = entries[best];
            long bestTicket = entries[best + 1];
            if (!before(bestInstant, bestTicket, instant, ticket)) {
                entries[at] = instant;
                entries[at + 1] = ticket;
                return;
            }
            entries[at] = bestInstant;
            entries[at + 1] = bestTicket;
            at = best;
            child = firstChild(at);
        }
        if (child < end) {
            int best = child;
            for (int other = child + 2; other < end; other += 2) {
                if (before(entries[other], entries[other + 1], entries[best], entries[best + 1])) {
                    best = other;
                }
            }
            if (before(entries[best], entries[best + 1], instant, ticket)) {
                entries[at] = entries[best];
                entries[at + 1] = entries[best + 1];
                at = best;
            }
        }
        entries[at] = instant;
        entries[at + 1] = ticket;
    }

    private static int leastOfFour(long[] entries, int child) {
        long first = entries[child];
        long third = entries[child + 4];
        long low = entries[child + 2] - first;
        long high = entries[child + 6] - third;
        long lowLess = low >> 63;
        long highLess = high >> 63;
        long best = first + (low & lowLess);
        long across = third + (high & highLess) - best;
        if (low == 0 || high == 0 || across == 0) {
            return leastOfTies(entries, child);
        }
        int lowAt = child + ((int) lowLess & 2);
        int highAt = child + 4 + ((int) highLess & 2);
        return lowAt + ((highAt - lowAt) & (int) (across >> 63));
    }

    private static int leastOfTies(long[] entries, int child) {
        int best = child;
        for (int other = child + 2; other <= child + 6; other += 2) {
            if (before(entries[other], entries[other + 1], entries[best], entries[best + 1])) {
                best = other;
            }
        }
        return best;
    }

    private static boolean before(long instant, long ticket, long otherInstant, long otherTicket) {
        return instant < otherInstant || (instant == otherInstant && ticket < otherTicket);
    }
}
