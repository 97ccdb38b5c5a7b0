package dev.sonde.sim.oracle;

/** Which result a probe has when both members may report one (protocol.md, Results). */
public enum ResultPolicy {
    /** The first valid success ends the probe. */
    FIRST,
    /** The mean of both. */
    MEAN,
    /** The larger of both. */
    MAX,
    /** The smaller of both. */
    MIN;

    /** The combined value of two successes, the earlier one first. */
    double combine(double first, double second) {
        return switch (this) {
            case FIRST -> first;
            case MEAN -> (first + second) / 2;
            case MAX -> Math.max(first, second);
            case MIN -> Math.min(first, second);
        };
    }
}
