package dev.sonde.sim.network;

/**
 * How long a WebRTC stack waits before it sends again, in nanoseconds.
 *
 * @param weakPaceNanos between the first {@code weakChecks} checks of a pair, and between the ticks
 *     at which a new pair is first looked at
 * @param strongPaceNanos between later checks of a pair
 * @param weakChecks how many checks of a pair go at the first pace
 * @param checksEndNanos when a pair without an answer is given up
 * @param dtlsLeastNanos least first timer of a DTLS flight, which otherwise is twice the RTT
 * @param dtlsMostNanos most such timer
 * @param sctpNanos first timer of an SCTP chunk; it doubles
 * @param sctpTries how often a chunk is sent at most
 */
record IceTimers(
        long weakPaceNanos,
        long strongPaceNanos,
        int weakChecks,
        long checksEndNanos,
        long dtlsLeastNanos,
        long dtlsMostNanos,
        long sctpNanos,
        int sctpTries) {

    private static final long MILLI = 1_000_000;

    /** The stack of Chrome (libwebrtc, BoringSSL, dcSCTP), as in the network model's table. */
    static final IceTimers CHROME = new IceTimers(
            48 * MILLI,
            480 * MILLI,
            3,
            15_000 * MILLI,
            50 * MILLI,
            3_000 * MILLI,
            1_000 * MILLI,
            8);

    /**
     * When the check after {@code checks} earlier ones of a pair is sent, from the first one on.
     */
    long checkOffsetNanos(int checks) {
        int weak = Math.min(checks, weakChecks);
        return weak * weakPaceNanos + (checks - weak) * strongPaceNanos;
    }
}
