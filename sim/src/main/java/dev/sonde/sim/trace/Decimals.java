package dev.sonde.sim.trace;

/**
 * Numbers as text, by integer arithmetic: the text of a double differs between JDKs, and what a run
 * prints must not.
 */
public final class Decimals {

    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final int THOUSAND = 1_000;

    /**
     * From here on a double has no thousandths left, and times 1000 it may leave the long range.
     */
    private static final double NO_MORE_FRACTION = 9.0e15;

    private Decimals() {}

    /** Milliseconds with as few decimals as it takes, at most 3, rounded half up. */
    public static String millis(long nanos) {
        return thousandths(nanosToMicros(nanos));
    }

    /** Milliseconds with exactly 6 decimals: nothing is rounded away. */
    public static String exactMillis(long nanos) {
        StringBuilder text = new StringBuilder(20);
        if (nanos < 0) {
            text.append('-');
        }
        text.append(Math.abs(nanos / NANOS_PER_MILLI)).append('.');
        appendPadded(text, Math.abs(nanos % NANOS_PER_MILLI), NANOS_PER_MILLI / 10);
        return text.toString();
    }

    /**
     * As few decimals as it takes, at most 3, rounded half up.
     *
     * @throws IllegalArgumentException if the value is not a finite number
     */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only a finite number has a text");
        }
        if (Math.abs(value) >= NO_MORE_FRACTION) {
            return new java.math.BigDecimal(value).toBigInteger().toString();
        }
        return thousandths(Math.round(value * THOUSAND));
    }

    /** So many thousandths, with as few decimals as it takes. */
    public static String thousandths(long thousandths) {
        StringBuilder text = new StringBuilder(20);
        if (thousandths < 0) {
            text.append('-');
        }
        text.append(Math.abs(thousandths / THOUSAND));
        long rest = Math.abs(thousandths % THOUSAND);
        if (rest != 0) {
            text.append('.');
            appendPadded(text, rest, 100);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return text.toString();
    }

    /** A count with thin groups of three, for people: {@code 1 234 567}. */
    public static String grouped(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        int first = count < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, ' ');
        }
        return text.toString();
    }

    private static long nanosToMicros(long nanos) {
        return Math.floorDiv(nanos, NANOS_PER_MICRO)
                + (Math.floorMod(nanos, NANOS_PER_MICRO) >= NANOS_PER_MICRO / 2 ? 1 : 0);
    }

    private static void appendPadded(StringBuilder text, long digits, long highest) {
        for (long place = highest; place > digits && place > 1; place /= 10) {
            text.append('0');
        }
        text.append(digits);
    }
}
