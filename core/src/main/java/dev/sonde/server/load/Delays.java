package dev.sonde.server.load;

import java.util.Arrays;

/** Relay delays of one half of a run, in nanoseconds. For any thread. */
public final class Delays {

    private static final int MOST = 1 << 21;

    private final long[] nanos = new long[MOST];
    private int count;

    synchronized void add(long delayNanos) {
        if (count < MOST) {
            nanos[count++] = delayNanos;
        }
    }

    /** The value below which this part of them is, in milliseconds; NaN of none. */
    public synchronized double quantileMillis(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int at = (int) Math.min(count - 1L, Math.round(part * (count - 1)));
        return sorted[at] / 1e6;
    }

    public synchronized int count() {
        return count;
    }
}
