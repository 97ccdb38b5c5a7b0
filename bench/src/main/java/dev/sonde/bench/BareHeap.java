package dev.sonde.bench;

/**
 * The bound that the event kernel is measured against: a heap of instants with four children per
 * node, without events, order of ties or cancelling.
 */
final class BareHeap {

    private final long[] instants;
    private int size;

    BareHeap(int capacity) {
        instants = new long[capacity];
    }

    void push(long instant) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (instants[parent] <= instant) {
                break;
            }
            instants[at] = instants[parent];
            at = parent;
        }
        instants[at] = instant;
    }

    long pop() {
        long top = instants[0];
        long last = instants[--size];
        int at = 0;
        for (int child = 1; child < size; child = 4 * at + 1) {
            int best = child;
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                if (instants[other] < instants[best]) {
                    best = other;
                }
            }
            if (instants[best] >= last) {
                break;
            }
            instants[at] = instants[best];
            at = best;
        }
        instants[at] = last;
        return top;
    }
}
