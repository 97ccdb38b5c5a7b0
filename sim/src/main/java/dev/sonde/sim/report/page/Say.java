package dev.sonde.sim.report.page;

import dev.sonde.sim.report.Durations;
import dev.sonde.sim.trace.Decimals;

/** Numbers as words for people. */
final class Say {

    static final String NOTHING = "–";

    private static final double WHOLE = 100;
    private static final double EXACT = 100;
    private static final double MILLIS_PER_SECOND = 1_000;

    private Say() {}

    /** For example {@code 97.3 %}; whole numbers only for nothing and for all. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return NOTHING;
        }
        return share == 0 || share == 1
                ? Math.round(share * WHOLE) + " %"
                : fixed(share * WHOLE, 1) + " %";
    }

    static String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        String text = percent((double) part / (double) whole);
        return part > 0 && text.equals("0.0 %") ? "< 0.1 %" : text;
    }

    static String millis(double millis) {
        return Double.isNaN(millis)
                ? NOTHING
                : signed(millis, Durations.ofMillis(Math.abs(millis)));
    }

    private static String signed(double value, String size) {
        return value < 0 ? "−" + size : size;
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
            case "ms" -> millis(value);
            case "share" -> percent(value);
            default -> plain(value);
        };
    }

    private static String plain(double value) {
        double size = Math.abs(value);
        return signed(
                value,
                size >= EXACT
                        ? Decimals.grouped(Math.round(size))
                        : Decimals.thousandths(Math.round(size * EXACT) * 10));
    }

    /** From one number to another, with the unit once. */
    static String range(String unit, double low, double high) {
        if (Double.isNaN(low)) {
            return "";
        }
        return switch (unit) {
            case "ms" -> {
                boolean inSeconds = Math.max(Math.abs(low), Math.abs(high)) >= MILLIS_PER_SECOND;
                yield inSeconds
                        ? fixed(low / MILLIS_PER_SECOND, 2) + " to "
                                + fixed(high / MILLIS_PER_SECOND, 2) + " s"
                        : fixed(low, 1) + " to " + fixed(high, 1) + " ms";
            }
            case "share" -> fixed(low * WHOLE, 1) + " to " + fixed(high * WHOLE, 1) + " %";
            default -> plain(low) + " to " + plain(high);
        };
    }

    /** A number with so many decimals, 1 or 2. */
    private static String fixed(double value, int decimals) {
        long by = decimals == 1 ? 10 : 100;
        long rounded = Math.round(Math.abs(value) * by);
        String rest = Long.toString(by + rounded % by).substring(1);
        return signed(rounded == 0 ? 0 : value, rounded / by + "." + rest);
    }
}
