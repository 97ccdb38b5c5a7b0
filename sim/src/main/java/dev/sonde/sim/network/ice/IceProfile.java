package dev.sonde.sim.network.ice;

/**
 * The timers and habits of one ICE stack, as data. {@link IceProfiles} reads them from files.
 *
 * @param name of the file that it stands in
 * @param paceNanos Ta: time between ticks, at each of which one check is sent
 * @param everyPairEachTick true if a tick checks all pairs that are under check, not one
 * @param freezes true if pairs of one foundation wait for the first of them (section 6.1.2.6)
 * @param retransmits true if a check is a transaction that is sent again by a timer that doubles;
 *     false if pairs are simply checked again at their pace
 * @param weakChecks how many first checks of a pair go at each tick; later ones at
 *     {@code strongPaceNanos}; only where checks are not retransmitted
 * @param strongPaceNanos between later checks of one pair
 * @param mostChecks of one pair without an answer; then it has failed
 * @param rtoNanos least first timer of a transaction; only where checks are retransmitted
 * @param lastWait the wait after the last transmission, in first timers (Rm of RFC 8489)
 * @param pairFailsNanos a pair has failed so long after its first unanswered check
 * @param nominatesAtOnce true if the best pair so far is nominated, and a better one later; false
 *     if one pair is nominated once, after the waits that follow
 * @param waitHostNanos how long to wait for something better than a host pair
 * @param waitSrflxNanos the same for server-reflexive ones
 * @param waitPrflxNanos the same for peer-reflexive ones
 * @param waitRelayNanos the same for relayed ones
 * @param keepaliveNanos between checks of the pair in use
 * @param keepaliveSpreadPpm each such time is drawn, so much shorter or longer
 * @param silentNanos a pair that was not heard for so long gives way to another one
 * @param disconnectedNanos unanswered for so long, the agent is disconnected
 * @param disconnectedChecks and with so many unanswered checks
 * @param failedNanos unanswered for so long, the pair in use has failed
 * @param startFailsNanos without a working pair for so long, the agent has failed
 * @param gatherRtoNanos first timer of a request to a STUN or TURN server; it doubles
 * @param gatherRtoMostNanos and grows no further than this
 * @param gatherSends how often such a request is sent at most
 * @param gatherLastWait the wait after the last transmission, in first timers
 * @param mdns true if private addresses are hidden behind names that only the same LAN resolves
 */
public record IceProfile(
        String name,
        long paceNanos,
        boolean everyPairEachTick,
        boolean freezes,
        boolean retransmits,
        int weakChecks,
        long strongPaceNanos,
        int mostChecks,
        long rtoNanos,
        int lastWait,
        long pairFailsNanos,
        boolean nominatesAtOnce,
        long waitHostNanos,
        long waitSrflxNanos,
        long waitPrflxNanos,
        long waitRelayNanos,
        long keepaliveNanos,
        int keepaliveSpreadPpm,
        long silentNanos,
        long disconnectedNanos,
        int disconnectedChecks,
        long failedNanos,
        long startFailsNanos,
        long gatherRtoNanos,
        long gatherRtoMostNanos,
        int gatherSends,
        int gatherLastWait,
        boolean mdns) {

    /** Libwebrtc. */
    public static final IceProfile CHROME = IceProfiles.builtIn("chrome");

    /** @throws IllegalArgumentException if a time or a number makes no sense */
    public IceProfile {
        if (paceNanos < 1 || strongPaceNanos < 1 || rtoNanos < 1 || keepaliveNanos < 1) {
            throw new IllegalArgumentException("a pace is longer than 0 ms");
        }
        if (mostChecks < 1 || gatherSends < 1 || gatherRtoNanos < 1) {
            throw new IllegalArgumentException("whoever asks, asks at least once");
        }
    }

    /** How long to wait for something better than a pair of these types. */
    long waitNanos(CandidateType local, CandidateType remote) {
        return Math.max(waitNanos(local), waitNanos(remote));
    }

    private long waitNanos(CandidateType type) {
        return switch (type) {
            case HOST -> waitHostNanos;
            case SRFLX -> waitSrflxNanos;
            case PRFLX -> waitPrflxNanos;
            case RELAY -> waitRelayNanos;
        };
    }
}
