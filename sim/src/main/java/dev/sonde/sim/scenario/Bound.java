package dev.sonde.sim.scenario;

/**
 * What a metric is held against.
 *
 * @param metric which metric
 * @param comparator how
 * @param unit what the value counts
 * @param value nanoseconds for {@link Unit#DURATION}, else millionths of one: {@code 95%} is 950
 *     000
 */
public record Bound(String metric, Comparator comparator, Unit unit, long value) {

    /** The comparators of the format. */
    public enum Comparator {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("=="),
        AT_LEAST(">="),
        GREATER(">");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** What a metric counts, and so how its bound is written. */
    public enum Unit {
        /** A duration: {@code 90s}. */
        DURATION,
        /** A part of a whole: {@code 95%}. */
        SHARE,
        /** A plain number, with or without decimals: {@code 2}, {@code 1.5}, {@code 50k}. */
        NUMBER,
        /** A number of bytes: {@code 64KiB}. */
        SIZE
    }

    /**
     * Reads a bound such as {@code < 90s}.
     *
     * @throws IllegalArgumentException if it is none, or in another unit; the message says how
     */
    public static Bound parse(String metric, String text, Unit unit) {
        return Bounds.parse(metric, text, unit);
    }

    /** The value in the metric's own unit: milliseconds, a part of 1, or a number. */
    public double threshold() {
        return value / 1e6;
    }

    /** As a file says it, for example {@code < 90s}. */
    public String text() {
        return Bounds.print(this);
    }
}
