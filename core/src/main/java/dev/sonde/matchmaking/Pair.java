package dev.sonde.matchmaking;

/** What is remembered about two people who were measured, or tried to be. */
final class Pair {

    /** The time of something that did not happen. */
    static final long NEVER = Long.MIN_VALUE;

    final Person a;
    final Person b;
    long pausedUntilNanos = NEVER;
    /** When all of this is forgotten. */
    long forgottenAtNanos = NEVER;

    boolean pausedByFailure;
    /** How often in a row it was paused for the same cause; doubles the pause. */
    int overLimitInRow;

    int failedInRow;
    long measuredAtNanos = NEVER;
    double rttMillis = Double.NaN;
    /** True if the end of the pause is on the list of things to wake up for. */
    boolean awaited;

    Pair(Person a, Person b) {
        this.a = a;
        this.b = b;
    }

    boolean isPaused(long nowNanos) {
        return nowNanos < pausedUntilNanos;
    }
}
