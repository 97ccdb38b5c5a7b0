package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.MetricTable;
import dev.sonde.sim.report.Durations;
import dev.sonde.sim.trace.Decimals;

/** Numbers as words for people. */
final class Say {

    static final String NOTHING = "–";

    private static final double WHOLE = 100;
    private static final double EXACT = 100;

    private Say() {}

    /** For example {@code 97.3 %}. */
    static String percent(double share) {
        return Double.isNaN(share)
                ? NOTHING
                : Decimals.thousandths(Math.round(share * WHOLE * 10) * 100) + " %";
    }

    static String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        String text = percent((double) part / (double) whole);
        return part > 0 && text.equals("0 %") ? "< 0.1 %" : text;
    }

    static String millis(double millis) {
        return Double.isNaN(millis) ? NOTHING : Durations.ofMillis(millis);
    }

    /** A count and what is counted: {@code 1 probe}, {@code 2 probes}. */
    static String count(long count, String one, String many) {
        return Decimals.grouped(count) + ' ' + (count == 1 ? one : many);
    }

    /** The number of a metric in its unit. */
    static String value(String unit, double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return switch (unit) {
            case "ms" -> Durations.ofMillis(value);
            case "share" -> percent(value);
            default -> plain(value);
        };
    }

    private static String plain(double value) {
        boolean isLarge = Math.abs(value) >= EXACT;
        return isLarge
                ? Decimals.grouped(Math.round(value))
                : Decimals.thousandths(Math.round(value * EXACT) * 10);
    }

    /** From one number to another, with the unit once or twice as it fits. */
    static String range(String unit, double low, double high) {
        return Double.isNaN(low) ? "" : value(unit, low) + " to " + value(unit, high);
    }

    static Metric metric(String name) {
        for (Metric metric : MetricTable.METRICS) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("there is no metric " + name);
    }
}
