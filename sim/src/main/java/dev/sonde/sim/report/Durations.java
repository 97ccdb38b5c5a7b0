package dev.sonde.sim.report;

import dev.sonde.sim.trace.Decimals;

/** Lengths of time as people read them: few digits and the unit that fits. */
public final class Durations {

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private Durations() {}

    /** For example {@code 80.4 ms} or {@code 12.35 s}; {@code -} for NaN. */
    public static String ofMillis(double millis) {
        if (Double.isNaN(millis)) {
            return "-";
        }
        if (millis < MILLIS_PER_SECOND) {
            return Decimals.thousandths(Math.round(millis * 10) * 100) + " ms";
        }
        long hundredths = Math.round(millis / 10);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + " s";
    }

    public static String ofNanos(long nanos) {
        return ofMillis(nanos / NANOS_PER_MILLI);
    }
}
