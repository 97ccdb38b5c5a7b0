package dev.sonde.sim.study;

/**
 * What a study wants of a metric.
 *
 * @param bound in the metric's own unit; 0 where the aim has none
 * @param text as the scenario says it, for example {@code <= 60s} or {@code minimise}
 */
public record Goal(String metric, Aim aim, double bound, String text) {

    /** The kinds of goals. */
    public enum Aim {
        LESS,
        AT_MOST,
        EQUAL,
        AT_LEAST,
        GREATER,
        MINIMISE,
        MAXIMISE;

        /** True if it has a bound that is kept or not. */
        public boolean isBound() {
            return this != MINIMISE && this != MAXIMISE;
        }
    }

    /** What can be said of a bound. */
    public enum Verdict {
        /** Kept by the whole interval. */
        MET,
        /** Kept by a part of the interval, or too few runs to have one. */
        UNCERTAIN,
        /** Kept by no part of the interval. */
        MISSED,
        /** No run says anything about the metric. */
        NO_DATA
    }

    /** Holds an estimate against the bound: by its conservative end, so that luck is not enough. */
    public Verdict judge(Estimate estimate) {
        if (!estimate.hasData()) {
            return Verdict.NO_DATA;
        }
        if (!estimate.hasInterval()) {
            return isKept(estimate.value()) ? Verdict.UNCERTAIN : Verdict.MISSED;
        }
        boolean low = isKept(estimate.low());
        boolean high = isKept(estimate.high());
        if (low && high) {
            return Verdict.MET;
        }
        boolean between = aim == Aim.EQUAL && estimate.low() <= bound && bound <= estimate.high();
        return low || high || between ? Verdict.UNCERTAIN : Verdict.MISSED;
    }

    private boolean isKept(double number) {
        return switch (aim) {
            case LESS -> number < bound;
            case AT_MOST -> number <= bound;
            case EQUAL -> number == bound;
            case AT_LEAST -> number >= bound;
            case GREATER -> number > bound;
            case MINIMISE, MAXIMISE -> true;
        };
    }
}
