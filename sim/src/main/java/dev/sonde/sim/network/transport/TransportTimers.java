package dev.sonde.sim.network.transport;

/**
 * How long the layers above ICE wait, in nanoseconds.
 *
 * @param dtlsLeastNanos least first timer of a flight, which otherwise is twice the round trip
 * @param dtlsMostNanos most such timer
 * @param dtlsTries how often a flight is sent at most
 * @param sctpNanos first timer of a chunk; it doubles
 * @param sctpTries how often a chunk is sent at most
 */
public record TransportTimers(
        long dtlsLeastNanos, long dtlsMostNanos, int dtlsTries, long sctpNanos, int sctpTries) {

    private static final long MILLI = 1_000_000;

    /** BoringSSL and dcSCTP as browsers set them. */
    public static final TransportTimers BROWSER =
            new TransportTimers(50 * MILLI, 3_000 * MILLI, 8, 1_000 * MILLI, 8);

    long firstDtlsNanos(long rttNanos) {
        return Math.min(dtlsMostNanos, Math.max(dtlsLeastNanos, 2 * rttNanos));
    }
}
