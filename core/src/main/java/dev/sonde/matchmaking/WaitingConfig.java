package dev.sonde.matchmaking;

/**
 * The limits of the waiting room.
 *
 * @param groupSize people in a match, at least 2
 * @param timeNanos how long anybody waits
 * @param holdNanos how long a match can still be undone by a loss
 * @param askAgainNanos how long a new page may take to join
 * @param drainAfterOtherNanos how long a page may measure on after the other one has reported
 * @param drainAfterStartNanos how long a page may measure on at all
 * @param probeTimeoutNanos the overall limit of a probe: how much longer than {@code timeNanos} one
 *     may wait whose probe runs
 * @param heardWithinNanos how fresh a sign of life must be to be matched without a measurement
 * @param reuseNanos how long a measured pair of a larger group needs no new probe
 * @param stateEveryNanos least time between two states told to one person unasked
 * @param stateUpTo most people waiting for whom states are told unasked
 * @param capacity most people waiting at once
 * @param pauses how long pairs are left alone
 */
public record WaitingConfig(
        int groupSize,
        long timeNanos,
        long holdNanos,
        long askAgainNanos,
        long drainAfterOtherNanos,
        long drainAfterStartNanos,
        long probeTimeoutNanos,
        long heardWithinNanos,
        long reuseNanos,
        long stateEveryNanos,
        int stateUpTo,
        int capacity,
        PauseConfig pauses) {

    private static final long SECOND = 1_000_000_000L;

    public static final WaitingConfig DEFAULT = new WaitingConfig(
            2,
            120 * SECOND,
            5 * SECOND,
            20 * SECOND,
            5 * SECOND / 2,
            21 * SECOND,
            15 * SECOND,
            10 * SECOND,
            60 * SECOND,
            2 * SECOND,
            1_000,
            100_000,
            PauseConfig.DEFAULT);

    /** @throws IllegalArgumentException if a value is out of its range */
    public WaitingConfig {
        if (groupSize < 2 || groupSize > 16) {
            throw new IllegalArgumentException("a group has 2 to 16 members, not " + groupSize);
        }
        if (timeNanos <= 0 || holdNanos < 0 || askAgainNanos <= 0 || probeTimeoutNanos <= 0) {
            throw new IllegalArgumentException(
                    "waiting time, time to join and probe limit must be more than 0, hold at "
                            + "least 0");
        }
        if (drainAfterOtherNanos < 0 || drainAfterStartNanos < 0 || heardWithinNanos <= 0) {
            throw new IllegalArgumentException("times must not be negative");
        }
        if (capacity < groupSize) {
            throw new IllegalArgumentException("the room must hold at least one group");
        }
    }
}
