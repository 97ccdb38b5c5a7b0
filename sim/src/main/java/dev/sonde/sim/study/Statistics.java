package dev.sonde.sim.study;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;

/**
 * Estimates over runs with different seeds, which are independent samples of the same thing.
 * Numbers without data (NaN) are left out.
 */
public final class Statistics {

    private static final double UPPER = 0.975;
    private static final double TAIL = 0.025;

    private Statistics() {}

    /**
     * The mean, with Student's t interval, as is usual for independent replications (Law,
     * Simulation Modeling and Analysis, 4.5): exact for normal numbers, close for means of 30 and
     * more. No interval for fewer than 2.
     */
    public static Estimate mean(double[] sample) {
        double[] data = withData(sample);
        int n = data.length;
        if (n == 0) {
            return Estimate.NONE;
        }
        double mean = Mean.of(data).getAsDouble();
        if (n < 2) {
            return new Estimate(mean, Double.NaN, Double.NaN, n);
        }
        double t = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER);
        double half = t * StandardDeviation.of(data).getAsDouble() / StrictMath.sqrt(n);
        return new Estimate(mean, mean - half, mean + half, n);
    }

    /**
     * The median, with the interval between two order statistics that the binomial distribution
     * gives, whatever the numbers' own (Conover, Practical Nonparametric Statistics, 3.2). No
     * interval for fewer than 6.
     */
    public static Estimate median(double[] sample) {
        double[] data = withData(sample);
        int n = data.length;
        if (n == 0) {
            return Estimate.NONE;
        }
        Arrays.sort(data);
        double median = (data[(n - 1) / 2] + data[n / 2]) / 2;
        int rank = rank(n);
        return rank == 0
                ? new Estimate(median, Double.NaN, Double.NaN, n)
                : new Estimate(median, data[rank - 1], data[n - rank], n);
    }

    /**
     * The mean of second − first, with its interval, over the pairs in which both have data.
     *
     * @param first numbers of runs
     * @param second of runs with the same seeds, in the same order
     */
    public static Estimate difference(double[] first, double[] second) {
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = second[i] - first[i];
        }
        return mean(differences);
    }

    /** The largest r for which the r-th smallest value is above the median in at most 2.5 %. */
    private static int rank(int n) {
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        int rank = Math.max(0, below.inverseCumulativeProbability(TAIL) - 1);
        while (below.cumulativeProbability(rank) <= TAIL) {
            rank++;
        }
        return below.cumulativeProbability(Math.max(0, rank - 1)) <= TAIL ? rank : 0;
    }

    private static double[] withData(double[] sample) {
        return Arrays.stream(sample).filter(Double::isFinite).toArray();
    }
}
