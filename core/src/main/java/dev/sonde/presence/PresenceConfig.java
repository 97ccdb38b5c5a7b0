package dev.sonde.presence;

/**
 * How long a lost connection is waited for.
 *
 * @param probeGraceNanos for a probe that the subject is in
 * @param graceNanos for its place in the waiting room or in a match; not less than the other one
 * @param burstEvents messages that a connection may send at once
 * @param eventsPerSecond messages that it may send for long
 */
public record PresenceConfig(
        long probeGraceNanos, long graceNanos, int burstEvents, int eventsPerSecond) {

    private static final long SECOND = 1_000_000_000L;

    public static final PresenceConfig DEFAULT =
            new PresenceConfig(5 * SECOND, 20 * SECOND, 200, 50);

    /** @throws IllegalArgumentException if a value is out of its range */
    public PresenceConfig {
        if (probeGraceNanos < 0 || graceNanos < probeGraceNanos) {
            throw new IllegalArgumentException(
                    "the grace of a place must be at least that of a probe, which is at least 0");
        }
        if (burstEvents < 1 || eventsPerSecond < 1) {
            throw new IllegalArgumentException("a connection must be allowed at least one event");
        }
    }
}
