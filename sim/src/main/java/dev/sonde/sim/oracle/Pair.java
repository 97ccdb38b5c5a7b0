package dev.sonde.sim.oracle;

/**
 * What is known about two people who were probed with each other. Where protocol.md leaves room,
 * the pause has a shortest and a longest reading.
 */
final class Pair {

    final long key;

    /** The last measured round-trip time, NaN before the first. */
    double rttMillis = Double.NaN;

    long changedAtNanos;

    /** {@link #changedAtNanos} when the pair was last put at the end of the line of the oldest. */
    long seenAtNanos;

    /** Rejections far over the limit, one after another. */
    int farRejections;

    /** Failures later than preparing, one after another, since either's last new page. */
    int lateFailures;

    /** Failures that count for the longest reading: of every phase, never forgotten. */
    int allFailures;

    /** Rejections far over the limit for the longest reading: never forgotten. */
    int allRejections;

    /** How long the last pause was, on the shortest reading. */
    long lastPauseNanos;

    /** The end of the pause after a measured rejection. */
    long overLimitUntilNanos = Person.NEVER;

    /** The end of the pause after a failure, on the shortest reading. */
    long failedUntilNanos = Person.NEVER;

    /** When the last failure was; a later new page of either clears it. */
    long failedAtNanos = Person.NEVER;

    /** No right lobby pauses the pair longer than this. */
    long longestUntilNanos = Person.NEVER;

    /** True if the last probe of the pair failed, so that nothing was measured. */
    boolean lastFailed;

    Pair(long key) {
        this.key = key;
    }
}
