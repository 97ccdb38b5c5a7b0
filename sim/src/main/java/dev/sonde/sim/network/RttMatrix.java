package dev.sonde.sim.network;

/** Round-trip times between regions. Immutable. */
public final class RttMatrix {

    private final long[][] rttNanos;

    private RttMatrix(long[][] rttNanos) {
        this.rttNanos = rttNanos;
    }

    /**
     * Reads CSV: as many rows as columns, milliseconds both ways, one row per line, {@code #}
     * begins a comment. Row and column n belong to region n. It need not be symmetric.
     *
     * @throws TableSyntaxException with the line that is not understood or has the wrong length
     */
    public static RttMatrix parse(String csv) {
        return new RttMatrix(MillisTable.parseSquare(csv));
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
