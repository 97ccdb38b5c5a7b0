package dev.sonde.sim;

import dev.sonde.sim.outcome.QueuePoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many people wait, over time, in bounded memory: each change as long as they are few, then the
 * changes of ever longer spans together.
 */
final class QueueLog {

    private static final int MOST_POINTS = 2_048;
    private static final int FIRST_POINTS = 8;

    /** The first span, once changes are put together. */
    private static final long FIRST_SPAN_NANOS = 1_000_000;

    private long[] atNanos = new long[FIRST_POINTS];
    private long[] most = new long[FIRST_POINTS];
    private long[] last = new long[FIRST_POINTS];
    private int size;
    private long spanNanos;

    /** From now on so many wait. */
    void add(long nowNanos, long waiting) {
        if (size == MOST_POINTS) {
            thinOut();
        }
        if (size == atNanos.length) {
            atNanos = Arrays.copyOf(atNanos, size * 2);
            most = Arrays.copyOf(most, size * 2);
            last = Arrays.copyOf(last, size * 2);
        }
        append(nowNanos, waiting, waiting);
    }

    private void append(long at, long mostOfPoint, long lastOfPoint) {
        if (size > 0 && at - atNanos[size - 1] < spanNanos) {
            most[size - 1] = Math.max(most[size - 1], mostOfPoint);
            last[size - 1] = lastOfPoint;
            return;
        }
        atNanos[size] = at;
        most[size] = mostOfPoint;
        last[size] = lastOfPoint;
        size++;
    }

    /** Doubles the span until half of the points are left. */
    private void thinOut() {
        while (size > MOST_POINTS / 2) {
            spanNanos = spanNanos == 0 ? FIRST_SPAN_NANOS : spanNanos * 2;
            int points = size;
            size = 0;
            for (int i = 0; i < points; i++) {
                append(atNanos[i], most[i], last[i]);
            }
        }
    }

    List<QueuePoint> points() {
        List<QueuePoint> points = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            points.add(new QueuePoint(atNanos[i], most[i], last[i]));
        }
        return points;
    }
}
