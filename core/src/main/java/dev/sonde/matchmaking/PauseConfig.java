package dev.sonde.matchmaking;

/**
 * How long a pair is left alone after a probe that did not lead to a match. A pause that is over
 * for as long as it lasted is forgotten, and the next one is short again.
 *
 * @param overLimitNanos after a round-trip time over the limit; doubling if it was over
 *     {@code nearFactor} × the limit
 * @param overLimitMostNanos longest such pause
 * @param nearFactor up to how many times the limit a pair may be better next time
 * @param failedPreparingNanos after a failure while preparing
 * @param failedNanos after a later failure; doubling
 * @param failedMostNanos longest such pause
 */
public record PauseConfig(
        long overLimitNanos,
        long overLimitMostNanos,
        double nearFactor,
        long failedPreparingNanos,
        long failedNanos,
        long failedMostNanos) {

    private static final long SECOND = 1_000_000_000L;

    public static final PauseConfig DEFAULT =
            new PauseConfig(60 * SECOND, 600 * SECOND, 1.25, 5 * SECOND, 30 * SECOND, 120 * SECOND);

    /** @throws IllegalArgumentException if a value is out of its range */
    public PauseConfig {
        if (overLimitNanos < 0 || failedPreparingNanos < 0 || failedNanos < 0) {
            throw new IllegalArgumentException("a pause must not be negative");
        }
        if (overLimitMostNanos < overLimitNanos || failedMostNanos < failedNanos) {
            throw new IllegalArgumentException("the longest pause must not be less than the first");
        }
    }
}
