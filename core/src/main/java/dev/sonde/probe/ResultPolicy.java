package dev.sonde.probe;

/** What counts as the result of a probe in which a member succeeded. */
public enum ResultPolicy {
    /** The first success; nearly always the initiator's. */
    FIRST,
    /** Both members' values, if both come within the settle limit: their mean. */
    BOTH_MEAN,
    /** The same: the larger one. */
    BOTH_MAX,
    /** The same: the smaller one. */
    BOTH_MIN;

    double combine(double first, double second) {
        return switch (this) {
            case FIRST -> first;
            case BOTH_MEAN -> (first + second) / 2;
            case BOTH_MAX -> Math.max(first, second);
            case BOTH_MIN -> Math.min(first, second);
        };
    }
}
