package dev.sonde.sim.network;

/** The standard normal distribution, by basic arithmetic and {@code StrictMath} only. */
final class Normal {

    private static final double SQRT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);

    private static final double[] CENTRE_A = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_B = {
        1.0,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] MIDDLE_C = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] MIDDLE_D = {
        1.0,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-09
    };
    private static final double[] TAIL_E = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913,
        0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
        2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] TAIL_F = {
        1.0,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-05,
        1.421511758316446e-07,
        2.0442631033899397e-15
    };

    private Normal() {}

    /**
     * The score below which a share lies: algorithm AS 241 (Wichura 1988), 16 digits.
     *
     * @param share more than 0, less than 1
     */
    static double quantile(double share) {
        double q = share - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_A, r) / polynomial(CENTRE_B, r);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? share : 1 - share));
        double score = r <= 5
                ? polynomial(MIDDLE_C, r - 1.6) / polynomial(MIDDLE_D, r - 1.6)
                : polynomial(TAIL_E, r - 5) / polynomial(TAIL_F, r - 5);
        return q < 0 ? -score : score;
    }

    static double density(double score) {
        return StrictMath.exp(-score * score / 2) / SQRT_TWO_PI;
    }

    /**
     * The share that lies below a score, with a relative error below 1e-12 in both tails (series
     * near the middle, continued fraction outside; Abramowitz and Stegun 26.2.11 and 26.2.14).
     */
    static double cdf(double score) {
        if (Math.abs(score) < 3) {
            return 0.5 + density(score) * series(score);
        }
        double tail = density(score) * fraction(Math.abs(score));
        return score < 0 ? tail : 1 - tail;
    }

    private static double series(double score) {
        double term = score;
        double sum = score;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= score * score / i;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double score) {
        double value = score;
        for (int i = 60; i >= 1; i--) {
            value = score + i / value;
        }
        return 1 / value;
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
