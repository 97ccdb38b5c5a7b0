package dev.sonde.sim.study;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as files of rows say them: as few decimals as it takes, at most 6. */
final class Numbers {

    private static final int DECIMALS = 6;

    private Numbers() {}

    /** The nearest number with 6 decimals; NaN stays NaN. */
    static double rounded(double value) {
        return Double.isFinite(value) ? decimal(value).doubleValue() : Double.NaN;
    }

    /** Its text; none without data. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal decimal = decimal(value).stripTrailingZeros();
        return decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws NumberFormatException if it is no number
     */
    static double parse(String text) {
        return text.isEmpty() ? Double.NaN : new BigDecimal(text).doubleValue();
    }

    /** By the exact value of the double, so the same on every JDK. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
