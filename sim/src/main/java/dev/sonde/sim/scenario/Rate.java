package dev.sonde.sim.scenario;

/**
 * How often something happens on average, kept as it was written so that nothing is rounded.
 *
 * @param millionths how many millionths of an event happen in each period, more than 0
 * @param periodNanos the period: 1 s, 1 m or 1 h
 */
public record Rate(long millionths, long periodNanos) {

    private static final double MILLION = 1e6;

    /** @throws IllegalArgumentException if either is not positive */
    public Rate {
        if (millionths < 1 || periodNanos < 1) {
            throw new IllegalArgumentException("a rate is more than 0 in a period of more than 0");
        }
    }

    /** Mean time from one event to the next, in nanoseconds. */
    public double meanGapNanos() {
        return periodNanos * MILLION / millionths;
    }
}
