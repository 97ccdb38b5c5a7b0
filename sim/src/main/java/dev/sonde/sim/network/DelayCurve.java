package dev.sonde.sim.network;

import java.util.List;

/**
 * The quantile function of a delay, in nanoseconds. Every draw goes through it, so a correlated
 * sequence of normal scores keeps the distribution of each single delay.
 */
abstract class DelayCurve {

    /** Where windows of unbounded distributions begin and end. */
    static final double SHORTEST_SHARE = 0.001;

    static final double LONGEST_SHARE = 0.999;

    /** The delay below which a share of all delays lies. */
    abstract double atShare(double share);

    /** The delay at a score of the standard normal distribution. */
    double atScore(double score) {
        return atShare(Normal.cdf(score));
    }

    static DelayCurve of(Delay delay) {
        double mean = delay.meanNanos();
        double deviation = delay.deviationNanos();
        double base = delay.baseNanos();
        return switch (delay.distribution()) {
            case UNIFORM -> new Uniform(mean, deviation * StrictMath.sqrt(3));
            case NORMAL -> CutNormal.of(base, mean - base, deviation);
            case GAMMA -> new Table(base, Jitters.gamma(mean - base, deviation));
            case LOGNORMAL -> new Table(base, Jitters.logNormal(mean - base, deviation));
            case WEIBULL -> new Table(base, Jitters.weibull(mean - base, deviation));
            case PARETO -> new Table(base, Jitters.pareto(mean - base, deviation));
            case QUANTILES -> new Quantiles(delay.baseNanos(), delay.quantiles());
            case CONSTANT, SERIES ->
                throw new IllegalStateException(delay.distribution() + " is not drawn");
        };
    }

    private static final class Uniform extends DelayCurve {

        private final double low;
        private final double width;

        Uniform(double mean, double halfWidth) {
            this.low = mean - halfWidth;
            this.width = 2 * halfWidth;
        }

        @Override
        double atShare(double share) {
            return low + share * width;
        }
    }

    /** Linear between points. */
    static final class Quantiles extends DelayCurve {

        private final double base;
        private final double[] shares;
        private final double[] values;

        Quantiles(long baseNanos, List<Delay.Quantile> quantiles) {
            this.base = baseNanos;
            this.shares = new double[quantiles.size()];
            this.values = new double[quantiles.size()];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = quantiles.get(i).sharePpm() / (double) Units.WHOLE_PPM;
                values[i] = quantiles.get(i).nanos();
            }
        }

        @Override
        double atShare(double share) {
            if (share <= shares[0]) {
                return base + values[0];
            }
            int i = 1;
            while (i < shares.length && shares[i] < share) {
                i++;
            }
            if (i == shares.length) {
                return base + values[i - 1];
            }
            double part = (share - shares[i - 1]) / (shares[i] - shares[i - 1]);
            return base + values[i - 1] + part * (values[i] - values[i - 1]);
        }

        double mean() {
            int last = shares.length - 1;
            double sum = shares[0] * values[0] + (1 - shares[last]) * values[last];
            for (int i = 1; i <= last; i++) {
                sum += (shares[i] - shares[i - 1]) * (values[i] + values[i - 1]) / 2;
            }
            return base + sum;
        }
    }

    /** A table by score with straight lines between; the error is below 1e-4 of the jitter. */
    private static final class Table extends DelayCurve {

        private final double base;
        private final double[] jitters;

        Table(double base, double[] jitters) {
            this.base = base;
            this.jitters = jitters;
        }

        @Override
        double atShare(double share) {
            return atScore(Normal.quantile(share));
        }

        @Override
        double atScore(double score) {
            double place = (score + Jitters.END_SCORE) * Jitters.STEPS_PER_SCORE;
            if (place <= 0) {
                return base + jitters[0];
            }
            int cell = (int) place;
            if (cell >= jitters.length - 1) {
                return base + jitters[jitters.length - 1];
            }
            return base + jitters[cell] + (place - cell) * (jitters[cell + 1] - jitters[cell]);
        }
    }
}
