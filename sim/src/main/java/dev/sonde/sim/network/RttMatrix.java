package dev.sonde.sim.network;

/** Round-trip times between regions, not always the same both ways. Immutable. */
public final class RttMatrix {

    private final long[][] rttNanos;

    private RttMatrix(long[][] rttNanos) {
        this.rttNanos = rttNanos;
    }

    /**
     * @param rttNanos as many rows as columns, none negative
     * @throws IllegalArgumentException if it is not square
     */
    public static RttMatrix of(long[][] rttNanos) {
        long[][] copy = new long[rttNanos.length][];
        for (int row = 0; row < rttNanos.length; row++) {
            copy[row] = rttNanos[row].clone();
            if (copy[row].length != rttNanos.length) {
                throw new IllegalArgumentException("row " + row + " of " + rttNanos.length + " has "
                        + copy[row].length + " columns");
            }
        }
        return new RttMatrix(copy);
    }

    /** Number of regions. */
    public int size() {
        return rttNanos.length;
    }

    /**
     * @param from region, from 0
     * @param to region, from 0
     */
    public long rttNanos(int from, int to) {
        return rttNanos[from][to];
    }
}
