package dev.sonde.sim.network;

/**
 * A normal distribution of which only the part above 0 is kept, behind a base. Its parameters are
 * solved for, so that what is left has the wanted mean and deviation (the moments of a truncated
 * normal: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, 13.10).
 */
final class CutNormal extends DelayCurve {

    /** Below this score nothing is worth cutting: less than 1e-15 of the mass. */
    private static final double NO_CUT_SCORE = -8;

    /** Above this score the deviation is beyond 0.9 of the mean. */
    private static final double HIGHEST_CUT_SCORE = 6;

    private final double centre;
    private final double spread;
    private final double cutShare;

    private CutNormal(double centre, double spread, double cutShare) {
        this.centre = centre;
        this.spread = spread;
        this.cutShare = cutShare;
    }

    static CutNormal of(double base, double mean, double deviation) {
        if (mean >= -NO_CUT_SCORE * deviation) {
            return new CutNormal(base + mean, deviation, 0);
        }
        double low = NO_CUT_SCORE - 1;
        double high = HIGHEST_CUT_SCORE;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (unitDeviation(middle) / unitMean(middle) < deviation / mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double spread = mean / unitMean(low);
        return new CutNormal(base - low * spread, spread, Normal.cdf(low));
    }

    @Override
    double atShare(double share) {
        return centre + spread * Normal.quantile(cutShare + share * (1 - cutShare));
    }

    @Override
    double atScore(double score) {
        return cutShare == 0 ? centre + spread * score : atShare(Normal.cdf(score));
    }

    /** Mean of what lies above a score, less the score. */
    private static double unitMean(double cutScore) {
        return hazard(cutScore) - cutScore;
    }

    private static double unitDeviation(double cutScore) {
        double hazard = hazard(cutScore);
        return Math.sqrt(1 + cutScore * hazard - hazard * hazard);
    }

    private static double hazard(double score) {
        return Normal.density(score) / Normal.cdf(-score);
    }
}
