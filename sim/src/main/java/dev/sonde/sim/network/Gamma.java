package dev.sonde.sim.network;

/** The gamma distribution with scale 1: its quantiles, for tables. */
final class Gamma {

    private static final int BISECTIONS = 50;
    private static final double PRECISION = 1e-14;

    /** Lanczos, g = 7, n = 9 (Godfrey 2001). */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-06,
        1.5056327351493116e-07
    };

    private final double shape;
    private final double logGamma;

    Gamma(double shape) {
        this.shape = shape;
        this.logGamma = logGamma(shape);
    }

    /** The value at a score of the standard normal distribution, by bisection of its logarithm. */
    double atScore(double score) {
        double wanted = Normal.cdf(-Math.abs(score));
        double low = -700;
        double high = StrictMath.log(shape + 50 + 20 * Math.sqrt(shape));
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double x = StrictMath.exp(middle);
            boolean tooHigh = score < 0 ? lowerShare(x) > wanted : 1 - lowerShare(x) < wanted;
            if (tooHigh) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return StrictMath.exp(low);
    }

    /** The share below x: regularised incomplete gamma function (Abramowitz and Stegun 6.5). */
    double lowerShare(double x) {
        double factor = StrictMath.exp(shape * StrictMath.log(x) - x - logGamma);
        return x < shape + 1 ? factor * series(x) : 1 - factor * fraction(x);
    }

    private double series(double x) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; term > PRECISION * sum; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum;
    }

    /** Modified Lentz. */
    private double fraction(double x) {
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double value = d;
        double change = 0;
        for (int n = 1; Math.abs(change - 1) > PRECISION; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            change = c * d;
            value *= change;
        }
        return value;
    }

    /** @param x more than 0.5 for full precision, more than 0 at all */
    static double logGamma(double x) {
        if (x < 0.5) {
            return logGamma(x + 1) - StrictMath.log(x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return StrictMath.log(2 * StrictMath.PI) / 2
                + (x - 0.5) * StrictMath.log(t)
                - t
                + StrictMath.log(sum);
    }
}
