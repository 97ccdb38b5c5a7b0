package dev.sonde.server;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands things from any thread to the one thread that may take them, in the order in which they
 * were offered, without locks.
 *
 * <p>One word holds a stack of what waits. Whoever pushes onto an empty stack asks for a
 * {@link #drain()}; a drain takes the whole stack at once and turns it round. The last thing of all
 * stays on top for ever, so nothing can be accepted after it.
 */
final class Handover<T> {

    private record Node<T>(T value, @Nullable Node<T> below, int depth, boolean isLast) {}

    private final AtomicReference<@Nullable Node<T>> top = new AtomicReference<>();
    private final int capacity;
    private final Runnable drainWanted;
    private final Consumer<T> taker;

    /**
     * @param capacity most things that may wait, but for those that are {@linkplain #offerAlways
     *     always} accepted
     * @param drainWanted asks for one call of {@link #drain()} on the taking thread
     * @param taker called by {@link #drain()} only
     */
    Handover(int capacity, Runnable drainWanted, Consumer<T> taker) {
        this.capacity = capacity;
        this.drainWanted = drainWanted;
        this.taker = taker;
    }

    /** False if it is not taken, because too many wait or because the last one was offered. */
    boolean offer(T value) {
        return push(value, capacity, false);
    }

    /** Accepts however many wait; false only after the last one. */
    boolean offerAlways(T value) {
        return push(value, Integer.MAX_VALUE, false);
    }

    /** Accepts this and nothing after it; false if there was a last one before. */
    boolean offerLast(T value) {
        return push(value, Integer.MAX_VALUE, true);
    }

    /** How many wait at this instant. */
    int depth() {
        Node<T> seen = top.get();
        return seen == null ? 0 : seen.depth;
    }

    private boolean push(T value, int most, boolean isLast) {
        while (true) {
            Node<T> seen = top.get();
            int depth = seen == null ? 0 : seen.depth;
            if (depth >= most || (seen != null && seen.isLast)) {
                return false;
            }
            if (top.compareAndSet(seen, new Node<>(value, seen, depth + 1, isLast))) {
                if (seen == null) {
                    drainWanted.run();
                }
                return true;
            }
        }
    }

    /** Takes all that waits. On the taking thread only. */
    void drain() {
        Node<T> seen = top.get();
        if (seen == null || (seen.isLast && seen.depth == 0)) {
            return;
        }
        while (!top.compareAndSet(seen, emptied(seen))) {
            Node<T> now = top.get();
            if (now == null) {
                return;
            }
            seen = now;
        }
        takeInOrder(seen);
    }

    /** What stays behind: nothing, or the mark that there was a last one. */
    private static <T> @Nullable Node<T> emptied(Node<T> seen) {
        return seen.isLast ? new Node<>(seen.value, null, 0, true) : null;
    }

    private void takeInOrder(Node<T> newest) {
        Object[] values = new Object[newest.depth];
        Node<T> node = newest;
        for (int i = newest.depth - 1; i >= 0 && node != null; i--) {
            values[i] = node.value;
            node = node.below;
        }
        for (Object value : values) {
            @SuppressWarnings("unchecked") // put in a few lines above
            T taken = (T) value;
            taker.accept(taken);
        }
    }
}
