package dev.sonde.sim.oracle;

import dev.sonde.matchmaking.Matchmaker;

import java.util.concurrent.TimeUnit;

/**
 * What the lobby under test was told to keep to. Times are nanoseconds; the defaults are those of
 * protocol.md.
 *
 * @param groupSize people in a match, at least 2
 * @param matchmaker the strategy under test; its limit decides whether anything is measured
 * @param latenessNanos how late a wake-up may come in this run, 0 in time-faithful runs
 */
public record OracleSettings(
        int groupSize,
        Matchmaker matchmaker,
        ResultPolicy results,
        ProbeTimes probe,
        WaitingTimes waiting,
        Pauses pauses,
        Bounds bounds,
        long latenessNanos) {

    /**
     * @throws IllegalArgumentException if a group has fewer than two people or lateness is negative
     */
    public OracleSettings {
        if (groupSize < 2) {
            throw new IllegalArgumentException("a group has at least 2 people, not " + groupSize);
        }
        if (latenessNanos < 0) {
            throw new IllegalArgumentException(
                    "a wake-up cannot be late by " + latenessNanos + " ns");
        }
    }

    /** All defaults, for pairs. */
    public static OracleSettings defaults(Matchmaker matchmaker) {
        return new OracleSettings(
                2,
                matchmaker,
                ResultPolicy.FIRST,
                ProbeTimes.DEFAULT,
                WaitingTimes.DEFAULT,
                Pauses.DEFAULT,
                Bounds.DEFAULT,
                0);
    }

    /** The same, where a wake-up of the lobby may come this late. */
    public OracleSettings withLatenessNanos(long nanos) {
        return new OracleSettings(
                groupSize, matchmaker, results, probe, waiting, pauses, bounds, nanos);
    }

    /** True if pairs are measured before they are matched. */
    boolean isMeasuring() {
        return matchmaker.maxP2pRttMillis().isPresent();
    }

    private static long seconds(long count) {
        return TimeUnit.SECONDS.toNanos(count);
    }

    /** Limits of one probe, and the grace of its members. */
    public record ProbeTimes(
            long timeoutNanos, long preparingNanos, long settleNanos, long graceNanos) {

        public static final ProbeTimes DEFAULT =
                new ProbeTimes(seconds(15), seconds(5), seconds(3), seconds(5));
    }

    /** Limits of one stay in the waiting room. */
    public record WaitingTimes(long timeNanos, long graceNanos, long holdNanos) {

        public static final WaitingTimes DEFAULT =
                new WaitingTimes(seconds(120), seconds(20), seconds(5));
    }

    /**
     * How long a pair rests after what.
     *
     * @param overLimitNanos after a round-trip time over the limit; doubles when it was far over it
     * @param failedNanos after a failure later than preparing; doubles
     */
    public record Pauses(
            long overLimitNanos,
            long overLimitMaxNanos,
            long preparingNanos,
            long failedNanos,
            long failedMaxNanos) {

        public static final Pauses DEFAULT =
                new Pauses(seconds(60), seconds(600), seconds(5), seconds(30), seconds(120));
    }

    /** The largest sizes that collections may have. */
    public record Bounds(
            int liveProbes,
            int waitingPeople,
            int signalsPerSide,
            int signalBytesPerSide,
            int rememberedProbes,
            int rememberedPairs) {

        /**
         * Signals as protocol.md says; the rest unbounded, because the lobby's bounds are its own.
         */
        public static final Bounds DEFAULT = new Bounds(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                256,
                128 * 1024,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }
}
