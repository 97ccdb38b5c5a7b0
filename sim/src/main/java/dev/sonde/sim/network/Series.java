package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Measured delays, one after another, to be played again and again. */
public final class Series {

    private final String name;
    private final long[] delaysNanos;

    /**
     * @param name one word, as in the link's text: usually the file
     * @param delaysNanos at least one, none negative
     * @throws IllegalArgumentException if there is none, or a negative one, or the name is no word
     */
    public Series(String name, long[] delaysNanos) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "the name of a series must be one word, not '" + name + "'");
        }
        if (delaysNanos.length == 0 || Arrays.stream(delaysNanos).anyMatch(d -> d < 0)) {
            throw new IllegalArgumentException(
                    "series '" + name + "' must have at least one delay and none below 0");
        }
        this.name = name;
        this.delaysNanos = delaysNanos.clone();
    }

    /**
     * Reads CSV: milliseconds, one row per line, {@code #} begins a comment.
     *
     * @throws TableSyntaxException with the line that is not understood
     */
    public static Series parse(String name, String csv) {
        long[] all = Arrays.stream(MillisTable.parse(csv))
                .flatMapToLong(Arrays::stream)
                .toArray();
        return new Series(name, all);
    }

    public String name() {
        return name;
    }

    public int length() {
        return delaysNanos.length;
    }

    /** The delay of packet number {@code index}, which may be beyond the end: it begins again. */
    public long delayNanos(long index) {
        return delaysNanos[(int) Math.floorMod(index, (long) delaysNanos.length)];
    }

    /** Mean delay, rounded. */
    public long meanNanos() {
        return Math.round(Arrays.stream(delaysNanos).average().orElse(0));
    }

    public long minNanos() {
        return Arrays.stream(delaysNanos).min().orElse(0);
    }

    public long maxNanos() {
        return Arrays.stream(delaysNanos).max().orElse(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Series that
                && name.equals(that.name)
                && Arrays.equals(delaysNanos, that.delaysNanos);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(delaysNanos);
    }

    @Override
    public String toString() {
        return name;
    }
}
