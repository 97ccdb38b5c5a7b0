package dev.sonde.sim.network;

/**
 * When the two sides of a session have their data channel open: connectivity checks, DTLS and SCTP,
 * worked out ahead in one go, packet by packet over the links but without an event for each.
 *
 * <p>With L the side that last learned what was missing, and one RTT as the time of two packets:
 *
 * <ol>
 *   <li>L sends its first check at its next tick (0 to 48 ms). The answerer can send once its own
 *       check is answered: 1 RTT if L is the answerer. If L is the offerer, the answerer's checks
 *       are on their way already: the first that arrives when the offerer's NAT is open is
 *       answered, and at the latest the one that L's check triggers (1.5 RTT). On a relayed route a
 *       CreatePermission (1 RTT to the TURN server) comes before.
 *   <li>DTLS 1.2, four flights, the answerer is the client: 2 RTT; the offerer is done half an RTT
 *       before.
 *   <li>SCTP, four chunks from the offerer: INIT leaves when the offerer's DTLS is done, so half an
 *       RTT runs beside the last flight; then OPEN. The offerer is open 3.5 RTT after the checks,
 *       the answerer 4.
 * </ol>
 *
 * <p>A lost packet is sent again by the timer of its layer ({@link IceTimers}); all that comes
 * after waits.
 *
 * <p>Approximations of flow detail, in one place:
 *
 * <ul>
 *   <li>A flight is one packet, and so is a check with its retransmissions' state; packets never
 *       overtake each other inside a handshake.
 *   <li>Checks of other pairs take no turns from the pair that works; a pair that works earlier but
 *       is worse is replaced by the best one that works when the channel opens, and never after
 *       that.
 *   <li>NAT mappings and permissions do not expire within a connection; no keepalives, no consent
 *       checks.
 *   <li>STUN and TURN are one server, without loss; TURN over TCP costs one more round trip and
 *       then loses like UDP does.
 *   <li>Pings are worked out ahead, one side after the other, each over links with a memory of its
 *       own: bursts that hit one side's pings do not hit the other's.
 *   <li>No ICE restarts; no peer-reflexive candidate beats a told one in time.
 * </ul>
 */
final class Handshake {

    static final long NEVER = Long.MAX_VALUE;

    private static final int CHECK_BYTES = 100;
    private static final int DTLS_BYTES = 700;
    private static final int SCTP_BYTES = 150;
    private static final int DTLS_TRIES = 8;

    private final IceTimers timers;
    private final FlowSession session;
    private final MediaRoute route;
    private long heardNanos = NEVER;
    /** What arrives before this is kept until then. */
    private long readableNanos;

    Handshake(IceTimers timers, FlowSession session, MediaRoute route) {
        this.timers = timers;
        this.session = session;
        this.route = route;
    }

    /**
     * When the answerer's own check is answered.
     *
     * @param atNanos when the last thing that was missing arrived
     * @param atOfferer true if it arrived at the offerer
     * @return {@link #NEVER} if all checks were lost until ICE gave up
     */
    long checkedNanos(long atNanos, boolean atOfferer) {
        FlowHost last = session.host(atOfferer);
        long permission = 0;
        if (route.isRelayedBy(true)) {
            permission = 2 * session.host(true).toTurnNanos;
        }
        if (route.isRelayedBy(false)) {
            permission = Math.max(permission, 2 * session.host(false).toTurnNanos);
        }
        long first = atNanos + permission + last.pace.below(timers.weakPaceNanos());
        for (int checks = 0; ; checks++) {
            long offset = timers.checkOffsetNanos(checks);
            if (offset >= timers.checksEndNanos()) {
                return NEVER;
            }
            long at = checkOnce(first + offset, atOfferer);
            if (at != Link.LOST) {
                return at;
            }
        }
    }

    /**
     * When a check of the answerer's own is answered, where the offerer was the last to learn what
     * was missing: the answerer's checks are on their way already, and the first that arrives when
     * the offerer's NAT is open, or that needs no opening, is answered.
     *
     * @param fromNanos when the answerer began to check
     * @param offererNanos when the offerer learned what was missing, and began
     * @param otherwiseNanos what comes of the offerer's checks
     * @param unasked true if the offerer's side lets packets in that it did not ask for
     */
    long answererCheckedNanos(
            long fromNanos, long offererNanos, long otherwiseNanos, boolean unasked) {
        long permission = route.isRelayedBy(false) ? 2 * session.host(false).toTurnNanos : 0;
        long opens =
                offererNanos + (route.isRelayedBy(true) ? 2 * session.host(true).toTurnNanos : 0);
        long half = session.meanRttNanos(route) / 2;
        for (int checks = 0; fromNanos != NEVER; checks++) {
            long offset = timers.checkOffsetNanos(checks);
            long sent = fromNanos + permission + offset;
            if (sent >= otherwiseNanos || offset >= timers.checksEndNanos()) {
                break;
            }
            if (unasked || sent + half >= opens) {
                long at = checkOnce(sent, false);
                if (at != Link.LOST) {
                    return Math.min(at, otherwiseNanos);
                }
            }
        }
        return otherwiseNanos;
    }

    private long checkOnce(long atNanos, boolean fromOfferer) {
        long at = packet(fromOfferer, atNanos, CHECK_BYTES);
        at = at == Link.LOST ? at : packet(!fromOfferer, at, CHECK_BYTES);
        return fromOfferer && at != Link.LOST ? packet(true, at, CHECK_BYTES) : at;
    }

    /**
     * Works out DTLS and SCTP.
     *
     * @param checkedNanos when the answerer may send
     * @param offererNanos when the offerer began to check; it says nothing before that is answered
     * @param opens filled with the instants at which the answerer (0) and the offerer (1) are open,
     *     or {@link #NEVER}
     */
    void open(long checkedNanos, long offererNanos, long[] opens) {
        opens[0] = NEVER;
        opens[1] = NEVER;
        long dtlsTimer = Math.min(
                timers.dtlsMostNanos(),
                Math.max(timers.dtlsLeastNanos(), 2 * session.meanRttNanos(route)));
        readableNanos = offererNanos == 0 ? 0 : offererNanos + session.meanRttNanos(route);
        long hello = exchange(false, checkedNanos, DTLS_BYTES, dtlsTimer, DTLS_TRIES);
        hello = repeated(true, hello, dtlsTimer);
        readableNanos = 0;
        long answererReady = exchange(false, hello, DTLS_BYTES, dtlsTimer, DTLS_TRIES);
        long offererReady = heardNanos;
        if (answererReady == NEVER) {
            return;
        }
        // INIT cannot be read before the last DTLS flight is there.
        readableNanos = answererReady;
        long init = sctp(offererReady);
        readableNanos = 0;
        opens[1] = sctp(init);
        opens[0] = opened(opens[1]);
    }

    /** When the offerer's opening of the channel, sent again and again, arrives. */
    private long opened(long atNanos) {
        long sent = atNanos;
        long wait = timers.sctpNanos();
        for (int i = 0; i < timers.sctpTries() && atNanos != NEVER; i++) {
            long there = packet(true, sent, SCTP_BYTES);
            if (there != Link.LOST) {
                return there;
            }
            sent += wait;
            wait *= 2;
        }
        return NEVER;
    }

    /** A chunk of the offerer; when it is answered. */
    private long sctp(long atNanos) {
        return exchange(true, atNanos, SCTP_BYTES, timers.sctpNanos(), timers.sctpTries());
    }

    /**
     * One side says something until it is answered, by a timer that doubles; the other side answers
     * each copy. Leaves in {@link #heardNanos} when the first copy arrived.
     *
     * @return when the first answer arrived
     */
    private long exchange(
            boolean byOfferer, long atNanos, int sizeBytes, long timerNanos, int tries) {
        heardNanos = NEVER;
        long answered = NEVER;
        long sent = atNanos;
        long wait = timerNanos;
        for (int i = 0; i < tries && sent < answered; i++) {
            long there = packet(byOfferer, sent, sizeBytes);
            if (there != Link.LOST) {
                there = Math.max(there, readableNanos);
                heardNanos = Math.min(heardNanos, there);
                long back = packet(!byOfferer, there, sizeBytes);
                answered = back == Link.LOST ? answered : Math.min(answered, back);
            }
            sent += wait;
            wait *= 2;
        }
        return answered;
    }

    /** The server's first flight is also sent again by its own timer, until it is answered. */
    private long repeated(boolean byOfferer, long answeredNanos, long timerNanos) {
        long answered = answeredNanos;
        if (heardNanos == NEVER) {
            return answered;
        }
        long wait = timerNanos;
        long sent = heardNanos + wait;
        for (int i = 1; i < DTLS_TRIES && sent < answered; i++) {
            long there = packet(byOfferer, sent, DTLS_BYTES);
            answered = there == Link.LOST ? answered : Math.min(answered, there);
            wait *= 2;
            sent += wait;
        }
        return answered;
    }

    private long packet(boolean fromOfferer, long atNanos, int sizeBytes) {
        return session.arrivalNanos(route, fromOfferer, true, atNanos, sizeBytes);
    }
}
