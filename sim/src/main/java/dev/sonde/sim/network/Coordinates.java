package dev.sonde.sim.network;

/**
 * A place in a plane of delays, as network coordinate systems give it (Vivaldi: Dabek et al.,
 * SIGCOMM 2004): the round trip between two places is their distance plus both heights.
 *
 * @param xNanos along the one axis
 * @param yNanos along the other
 * @param heightNanos two-way delay of the access, at least 0
 */
public record Coordinates(long xNanos, long yNanos, long heightNanos) {

    /** @throws IllegalArgumentException if the height is negative */
    public Coordinates {
        if (heightNanos < 0) {
            throw new IllegalArgumentException("a height is not negative");
        }
    }

    long rttNanos(Coordinates other) {
        double x = (double) xNanos - other.xNanos;
        double y = (double) yNanos - other.yNanos;
        return Math.round(Math.sqrt(x * x + y * y)) + heightNanos + other.heightNanos;
    }
}
