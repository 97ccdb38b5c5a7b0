package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** Round-trip times between regions, as a file states them. Immutable. */
public final class RttMatrix {

    /** There is no matrix. */
    public static final RttMatrix NONE = new RttMatrix("", List.of(), new long[0][]);

    private final String file;
    private final List<String> regions;
    private final long[][] rttNanos;

    /**
     * @param file as named in the scenario
     * @param regions names of the rows, which are the names of the columns too
     * @param rttNanos one row and one column for each region, none below 0
     * @throws IllegalArgumentException if it is not a square of that size
     */
    public RttMatrix(String file, List<String> regions, long[][] rttNanos) {
        if (rttNanos.length != regions.size()) {
            throw new IllegalArgumentException(
                    "a matrix has one row for each of its " + regions.size() + " regions, not "
                            + rttNanos.length);
        }
        this.file = file;
        this.regions = List.copyOf(regions);
        this.rttNanos = new long[rttNanos.length][];
        for (int i = 0; i < rttNanos.length; i++) {
            if (rttNanos[i].length != rttNanos.length) {
                throw new IllegalArgumentException("row " + (i + 1) + " of a matrix of "
                        + rttNanos.length + " rows has " + rttNanos[i].length + " columns");
            }
            this.rttNanos[i] = rttNanos[i].clone();
        }
    }

    /** As named in the scenario; empty if there is no matrix. */
    public String file() {
        return file;
    }

    /** Names of the rows: as the file says, else their numbers from 1. */
    public List<String> regions() {
        return regions;
    }

    /** The row of a region, from 0; -1 if there is no such region. */
    public int rowOf(String region) {
        return regions.indexOf(region);
    }

    /** The round-trip time from one row to another, in nanoseconds. */
    public long rttNanos(int from, int to) {
        return rttNanos[from][to];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RttMatrix that
                && file.equals(that.file)
                && regions.equals(that.regions)
                && Arrays.deepEquals(rttNanos, that.rttNanos);
    }

    @Override
    public int hashCode() {
        return 31 * regions.hashCode() + Arrays.deepHashCode(rttNanos);
    }

    @Override
    public String toString() {
        return file;
    }
}
