package dev.sonde.sim.population;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.scenario.TimeDistribution;

import java.util.OptionalLong;

/** Draws times from the distributions that scenarios state. */
final class Times {

    private Times() {}

    /** True if nothing is drawn, so that it is the same time in every run. */
    static boolean isFixed(TimeDistribution distribution) {
        return distribution instanceof TimeDistribution.None
                || distribution instanceof TimeDistribution.Constant;
    }

    /** A time in nanoseconds, at least 0; empty where there is none. */
    static OptionalLong draw(TimeDistribution distribution, Draws draws) {
        if (distribution instanceof TimeDistribution.Constant constant) {
            return OptionalLong.of(constant.nanos());
        }
        if (distribution instanceof TimeDistribution.Uniform uniform) {
            return OptionalLong.of(
                    draws.between(uniform.range().minNanos(), uniform.range().maxNanos()));
        }
        if (distribution instanceof TimeDistribution.Exponential exponential) {
            return OptionalLong.of(rounded(draws.exponential((double) exponential.meanNanos())));
        }
        if (distribution instanceof TimeDistribution.Shaped shaped) {
            return OptionalLong.of(Math.max(0, rounded(shaped(shaped, draws))));
        }
        return OptionalLong.empty();
    }

    private static double shaped(TimeDistribution.Shaped shaped, Draws draws) {
        double mean = shaped.meanNanos();
        double deviation = shaped.deviationNanos();
        if (deviation == 0) {
            return mean;
        }
        return switch (shaped.shape()) {
            case NORMAL -> mean + deviation * draws.gaussian();
            case LOGNORMAL -> logNormal(mean, deviation, draws);
            case GAMMA -> gamma(mean, deviation, draws);
        };
    }

    /** By the mean and deviation of the drawn value, not of its logarithm. */
    private static double logNormal(double mean, double deviation, Draws draws) {
        double ratio = deviation / mean;
        double variance = StrictMath.log1p(ratio * ratio);
        double center = StrictMath.log(mean) - variance / 2;
        return StrictMath.exp(center + StrictMath.sqrt(variance) * draws.gaussian());
    }

    /** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000). */
    private static double gamma(double mean, double deviation, Draws draws) {
        double shape = mean * mean / (deviation * deviation);
        double scale = deviation * deviation / mean;
        // Below shape 1 the method needs the next larger shape and a power of a uniform number.
        double boost = shape < 1 ? StrictMath.pow(1 - draws.unit(), 1 / shape) : 1;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = draws.gaussian();
            double cube = (1 + c * x) * (1 + c * x) * (1 + c * x);
            double limit = cube <= 0
                    ? Double.NEGATIVE_INFINITY
                    : x * x / 2 + d - d * cube + d * StrictMath.log(cube);
            if (StrictMath.log1p(-draws.unit()) < limit) {
                return d * cube * scale * boost;
            }
        }
    }

    private static long rounded(double nanos) {
        return StrictMath.round(nanos);
    }
}
