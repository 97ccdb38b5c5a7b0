package dev.sonde.sim.report;

import java.util.Arrays;

/**
 * The median of a sample with an interval that holds the true median in at least 95 % of samples,
 * whatever the distribution: between two order statistics, by the binomial distribution of how many
 * values lie below the median (Conover, Practical Nonparametric Statistics, 3.2).
 *
 * @param low NaN if the sample is too small, below 6
 * @param high NaN if the sample is too small
 */
record MedianInterval(double median, double low, double high) {

    private static final double TAIL = 0.025;

    /** From here on the normal approximation of the binomial is closer than a rank. */
    private static final int LARGE = 1_000;

    private static final double NORMAL_97_5 = 1.959964;

    /**
     * Takes a sample in any order.
     *
     * @param values at least one
     */
    static MedianInterval of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        int rank = rank(n);
        return rank == 0
                ? new MedianInterval(median, Double.NaN, Double.NaN)
                : new MedianInterval(median, sorted[rank - 1], sorted[n - rank]);
    }

    /** The largest r for which the r-th smallest value is above the median in at most 2.5 %. */
    static int rank(int n) {
        if (n > LARGE) {
            return (int) StrictMath.floor((n - NORMAL_97_5 * StrictMath.sqrt(n)) / 2);
        }
        double exactly = StrictMath.pow(0.5, n);
        double atMost = 0;
        int rank = 0;
        while (atMost + exactly <= TAIL) {
            atMost += exactly;
            exactly = exactly * (n - rank) / (rank + 1);
            rank++;
        }
        return rank;
    }
}
