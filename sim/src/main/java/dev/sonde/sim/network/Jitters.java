package dev.sonde.sim.network;

import java.util.function.DoubleUnaryOperator;

/**
 * Tables of jitter, in nanoseconds, by normal score from -{@link #END_SCORE} to {@link #END_SCORE}:
 * beyond lie two draws in a thousand million.
 */
final class Jitters {

    static final int END_SCORE = 6;
    static final int STEPS_PER_SCORE = 32;

    private static final int BISECTIONS = 60;

    private Jitters() {}

    static double[] logNormal(double mean, double deviation) {
        double variation = deviation / mean;
        double spreadSquared = StrictMath.log1p(variation * variation);
        double centre = StrictMath.log(mean) - spreadSquared / 2;
        double spread = Math.sqrt(spreadSquared);
        return table(score -> StrictMath.exp(centre + spread * score));
    }

    /** Type I: the shape follows from the variation, {@code variation⁻² = shape · (shape - 2)}. */
    static double[] pareto(double mean, double deviation) {
        double inverse = mean / deviation;
        double shape = 1 + Math.sqrt(1 + inverse * inverse);
        double least = mean * (shape - 1) / shape;
        return table(score -> least * StrictMath.pow(Normal.cdf(-score), -1 / shape));
    }

    static double[] weibull(double mean, double deviation) {
        double shape = weibullShape(deviation / mean);
        double scale = mean / StrictMath.exp(Gamma.logGamma(1 + 1 / shape));
        return table(
                score -> scale * StrictMath.pow(-StrictMath.log(Normal.cdf(-score)), 1 / shape));
    }

    static double[] gamma(double mean, double deviation) {
        double inverse = mean / deviation;
        double shape = inverse * inverse;
        double scale = mean / shape;
        Gamma distribution = new Gamma(shape);
        return table(score -> scale * distribution.atScore(score));
    }

    /** Variation falls as the shape rises; from 0.2 (variation 15) to 1 000 (0.0013). */
    private static double weibullShape(double variation) {
        double wanted = StrictMath.log1p(variation * variation);
        double low = StrictMath.log(0.2);
        double high = StrictMath.log(1000);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double inverse = StrictMath.exp(-middle);
            double found = Gamma.logGamma(1 + 2 * inverse) - 2 * Gamma.logGamma(1 + inverse);
            if (found > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return StrictMath.exp(low);
    }

    private static double[] table(DoubleUnaryOperator jitterAtScore) {
        double[] table = new double[2 * END_SCORE * STEPS_PER_SCORE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = jitterAtScore.applyAsDouble((double) i / STEPS_PER_SCORE - END_SCORE);
        }
        return table;
    }
}
