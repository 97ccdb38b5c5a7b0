package dev.sonde.server.load;

import java.util.ArrayList;
import java.util.List;

/**
 * How long relayed messages took. In buckets of at most 3 % of their value, so its size does not
 * depend on how many there are; count and maximum are exact. For any thread.
 */
public final class Delays {

    private static final int PARTS_BITS = 5;
    private static final int PARTS = 1 << PARTS_BITS;

    private final long[] counts = new long[(Long.SIZE - PARTS_BITS) * PARTS];
    private long count;
    private long longestNanos;

    /** How many took up to this long, and longer than the row before. */
    public record Row(double upToMillis, long count) {}

    synchronized void add(long delayNanos) {
        long nanos = Math.max(0, delayNanos);
        counts[bucket(nanos)]++;
        count++;
        longestNanos = Math.max(longestNanos, nanos);
    }

    /** All of these as one. */
    static Delays of(Iterable<Delays> parts) {
        Delays all = new Delays();
        parts.forEach(all::addAll);
        return all;
    }

    private synchronized void addAll(Delays other) {
        synchronized (other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            count += other.count;
            longestNanos = Math.max(longestNanos, other.longestNanos);
        }
    }

    /** The first buckets hold one value each; then each power of two has 32. */
    private static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - PARTS_BITS - 1);
        return shift * PARTS + (int) (nanos >>> shift);
    }

    /** The largest value of a bucket, in nanoseconds. */
    private static long topOf(int bucket) {
        int shift = Math.max(0, bucket / PARTS - 1);
        long part = bucket - (long) shift * PARTS;
        return ((part + 1) << shift) - 1;
    }

    /** The value below which this part of them is, in milliseconds; NaN of none. */
    public synchronized double quantileMillis(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(1, (long) Math.ceil(part * count));
        int bucket = 0;
        for (long seen = counts[0]; seen < wanted; seen += counts[bucket]) {
            bucket++;
        }
        return Math.min(topOf(bucket), longestNanos) / 1e6;
    }

    /** The longest of all, in milliseconds; NaN of none. */
    public synchronized double longestMillis() {
        return count == 0 ? Double.NaN : longestNanos / 1e6;
    }

    public synchronized long count() {
        return count;
    }

    /** A row for each doubling of the time, from the first that holds any to the last. */
    public synchronized List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int bucket = 0;
        long left = count;
        for (long topNanos = 1L << 16; left > 0; topNanos *= 2) {
            long here = 0;
            for (; bucket < counts.length && topOf(bucket) < topNanos; bucket++) {
                here += counts[bucket];
            }
            left -= here;
            if (here > 0 || !rows.isEmpty()) {
                rows.add(new Row(topNanos / 1e6, here));
            }
        }
        return rows;
    }
}
