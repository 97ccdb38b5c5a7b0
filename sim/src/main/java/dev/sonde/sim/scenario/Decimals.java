package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Numbers with units, exactly: what does not come out even is an error, nothing is rounded. */
final class Decimals {

    /** No number that somebody means is longer; a million digits would cost quadratic time. */
    private static final int LONGEST = 40;

    private Decimals() {}

    /**
     * A number and what follows it.
     *
     * @param number null if the text does not begin with a number
     */
    record Split(@Nullable BigDecimal number, String unit) {}

    /**
     * Splits a text such as {@code -1.5ms}; exponents, spaces and underscores are no part of a
     * number.
     */
    static Split split(String text) {
        int end = text.startsWith("-") ? 1 : 0;
        int digits = end;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        boolean whole = end > digits;
        if (whole
                && end + 1 < text.length()
                && text.charAt(end) == '.'
                && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        if (!whole || end > LONGEST) {
            return new Split(null, "");
        }
        return new Split(new BigDecimal(text.substring(0, end)), text.substring(end));
    }

    /**
     * A number of units as a whole number of parts.
     *
     * @throws WordException if it is no whole number of parts or does not fit
     */
    static long parts(String text, BigDecimal number, long partsPerUnit, String part, String help) {
        BigDecimal parts = number.multiply(BigDecimal.valueOf(partsPerUnit));
        try {
            return parts.longValueExact();
        } catch (ArithmeticException e) {
            boolean fine = parts.stripTrailingZeros().scale() > 0;
            throw new WordException(
                    "'" + Problem.shown(text) + "' is "
                            + (fine ? "finer than " + part : "too large a number"),
                    help);
        }
    }

    /** The shortest text of a number of parts in units of so many parts. */
    static String print(long parts, long partsPerUnit) {
        return BigDecimal.valueOf(parts)
                .divide(BigDecimal.valueOf(partsPerUnit))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
