package dev.sonde.sim.study;

/**
 * What a sample says of a number, with an interval that holds the truth in 95 of 100 studies.
 *
 * @param value NaN without data
 * @param low NaN if the sample is too small to say
 * @param high NaN if the sample is too small to say
 * @param count how many runs had data
 */
public record Estimate(double value, double low, double high, int count) {

    /** Nothing is known. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);

    public boolean hasData() {
        return count > 0;
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** From low to high; NaN if there is no interval. */
    public double width() {
        return high - low;
    }
}
