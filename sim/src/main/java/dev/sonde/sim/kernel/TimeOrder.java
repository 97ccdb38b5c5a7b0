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

    private static final int FIRST_CAPACITY = 64;
    private static final int FEW = 64;

    private final EventTable table;

    /** Entry i is [2i] the instant and [2i + 1] the ticket. */
    private long[] heap = new long[2 * FIRST_CAPACITY];

    private int size;
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
            siftDown(0, earliestNanos, ticket);
            return;
        }
        if (2 * size == heap.length) {
            heap = Arrays.copyOf(heap, heap.length * 2);
        }
        siftUp(size++, earliestNanos, ticket);
    }

    @Override
    public void cancelled(int row, int channel) {
        cancelled++;
        if (size >= FEW && 2 * cancelled > size) {
            sweep();
        }
    }

    @Override
    public int next(long nowNanos, long lastNanos) {
        if (topIsRunning) {
            topIsRunning = false;
            removeTop();
        }
        while (size > 0) {
            long ticket = heap[1];
            if (table.isAlive(ticket)) {
                instantNanos = heap[0];
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
        size = 0;
        cancelled = 0;
        topIsRunning = false;
    }

    /** Entries, those of cancelled events included. */
    int entries() {
        return size;
    }

    private void removeTop() {
        size--;
        if (size > 0) {
            siftDown(0, heap[2 * size], heap[2 * size + 1]);
        }
    }

    private void sweep() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long ticket = heap[2 * i + 1];
            if (table.isAlive(ticket)) {
                heap[2 * kept] = heap[2 * i];
                heap[2 * kept + 1] = ticket;
                kept++;
            }
        }
        size = kept;
        cancelled = 0;
        topIsRunning = false;
        for (int i = (size - 2) >> 2; i >= 0; i--) {
            siftDown(i, heap[2 * i], heap[2 * i + 1]);
        }
    }

    private void siftUp(int from, long instant, long ticket) {
        long[] entries = heap;
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            long parentInstant = entries[2 * parent];
            long parentTicket = entries[2 * parent + 1];
            if (!before(instant, ticket, parentInstant, parentTicket)) {
                break;
            }
            entries[2 * at] = parentInstant;
            entries[2 * at + 1] = parentTicket;
            at = parent;
        }
        entries[2 * at] = instant;
        entries[2 * at + 1] = ticket;
    }

    private void siftDown(int from, long instant, long ticket) {
        long[] entries = heap;
        int at = from;
        for (int child = 4 * at + 1; child < size; child = 4 * at + 1) {
            int best = child;
            long bestInstant = entries[2 * child];
            long bestTicket = entries[2 * child + 1];
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                long otherInstant = entries[2 * other];
                long otherTicket = entries[2 * other + 1];
                if (before(otherInstant, otherTicket, bestInstant, bestTicket)) {
                    best = other;
                    bestInstant = otherInstant;
                    bestTicket = otherTicket;
                }
            }
            if (!before(bestInstant, bestTicket, instant, ticket)) {
                break;
            }
            entries[2 * at] = bestInstant;
            entries[2 * at + 1] = bestTicket;
            at = best;
        }
        entries[2 * at] = instant;
        entries[2 * at + 1] = ticket;
    }

    private static boolean before(long instant, long ticket, long otherInstant, long otherTicket) {
        return instant < otherInstant || (instant == otherInstant && ticket < otherTicket);
    }
}
