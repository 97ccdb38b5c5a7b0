package dev.sonde.bench.table;

import java.util.Arrays;

/**
 * What the rounds gave.
 *
 * @param median not a number if there are none
 */
record Spread(double median, double least, double most) {

    static Spread of(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? new Spread(Double.NaN, Double.NaN, Double.NaN)
                : new Spread(Figures.median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    boolean isKnown() {
        return !Double.isNaN(median);
    }

    /** The median, with the least and the most in brackets where there is more than one round. */
    String words(Reading reading) {
        String middle = reading.words(median);
        return least == most
                ? middle
                : middle + " [" + reading.inBrackets(least) + " … " + reading.inBrackets(most)
                        + "]";
    }
}
