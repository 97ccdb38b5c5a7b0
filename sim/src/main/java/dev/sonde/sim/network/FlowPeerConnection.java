package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** One side of a connection at flow detail. */
final class FlowPeerConnection implements PeerConnection, EventHandler {

    // Typical sizes of real browsers: an offer for one data channel, without and with much else in
    // it, and
    // a candidate with its foundation, addresses and user fragment.
    private static final int OFFER_LEAST_BYTES = 500;
    private static final int OFFER_MOST_BYTES = 4_400;
    private static final int ANSWER_LEAST_BYTES = 500;
    private static final int CANDIDATE_BYTES = 300;

    private static final int DESCRIBE = 0;
    private static final int SRFLX = 1;
    private static final int RELAY = 2;
    private static final int OPEN = 3;
    private static final int MEASURED = 4;

    private enum State {
        NEW,
        OFFERING,
        OFFERED,
        ANSWERING,
        STABLE,
        CLOSED
    }

    final FlowHost host;

    private final FlowMediaPlane plane;
    private final Kernel kernel;
    private final long number;
    private final boolean turn;
    private final Listener listener;

    private State state = State.NEW;
    private @Nullable SessionDescription remote;
    private @Nullable FlowSession session;
    private int heard;
    private int candidates;
    private boolean relays;
    private boolean open;
    private long gathering = Kernel.NO_EVENT;
    private long opening = Kernel.NO_EVENT;
    private long measuring = Kernel.NO_EVENT;
    private @Nullable FlowPings pings;
    private long frozenFromNanos = Long.MAX_VALUE;
    private long frozenUntilNanos;
    private long closedNanos = Long.MAX_VALUE;
    private long knowsClosedNanos = Long.MAX_VALUE;

    FlowPeerConnection(
            FlowMediaPlane plane, long number, FlowHost host, boolean turn, Listener listener) {
        this.plane = plane;
        this.kernel = plane.kernel();
        this.number = number;
        this.host = host;
        this.turn = turn;
        this.listener = listener;
    }

    /** On whose machine it is. */
    String person() {
        return host.host.person();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void createOffer() {
        require(State.NEW, "an offer");
        state = State.OFFERING;
        describe();
    }

    @Override
    public void setRemoteDescription(SessionDescription description) {
        require(description.offer() ? State.NEW : State.OFFERED, "a remote description");
        remote = description;
        if (description.offer()) {
            state = State.ANSWERING;
            describe();
        } else {
            state = State.STABLE;
        }
        meet();
    }

    @Override
    public void addRemoteCandidate(IceCandidate candidate) {
        if (remote == null || state == State.CLOSED) {
            throw new IllegalStateException(
                    "a candidate needs a remote description, but the connection is " + state);
        }
        // One of another connection has another user fragment; browsers drop it without a word.
        if (candidate.connection() == remote.connection()) {
            heard |= switch (candidate.type()) {
                case "host" -> Connectivity.HOST;
                case "srflx" -> Connectivity.SRFLX;
                case "relay" -> Connectivity.RELAY;
                default -> 0;
            };
            learned();
        }
    }

    private void require(State wanted, String what) {
        if (state != wanted) {
            throw new IllegalStateException(
                    what + " fits only a connection that is " + wanted + ", not " + state);
        }
    }

    private void describe() {
        gathering = kernel.timer(kernel.nowNanos() + host.drawSetupNanos(), this, DESCRIBE, null);
    }

    private void described() {
        boolean offer = state == State.OFFERING;
        SessionDescription offered = remote;
        state = offer ? State.OFFERED : State.STABLE;
        int most = offer ? OFFER_MOST_BYTES : ANSWER_LEAST_BYTES * 2;
        int least = offer ? OFFER_LEAST_BYTES : ANSWER_LEAST_BYTES;
        int sizeBytes = (int) host.setup.between(least, most);
        long answers = offer || offered == null ? 0 : offered.connection();
        listener.onLocalDescription(new SessionDescription(offer, number, answers, sizeBytes));
        gathered("host");
        boolean out = !host.host.profile().udpBlocked();
        long now = kernel.nowNanos();
        if (out && !Connectivity.isPublic(host.host)) {
            gathering = kernel.timer(now + 2 * host.toTurnNanos, this, SRFLX, null);
        } else {
            gatherRelay(now);
        }
        meet();
    }

    /** Allocate is refused once for want of a nonce (RFC 8656, section 7.2): two round trips. */
    private void gatherRelay(long startedNanos) {
        long roundTrips = host.host.profile().udpBlocked() ? 3 : 2;
        if (turn) {
            long due = startedNanos + 2 * roundTrips * host.toTurnNanos;
            gathering = kernel.timer(Math.max(due, kernel.nowNanos()), this, RELAY, null);
        } else {
            gathering = Kernel.NO_EVENT;
            gathered(null);
        }
    }

    private void gathered(@Nullable String type) {
        if (state != State.CLOSED) {
            listener.onLocalCandidate(
                    type == null
                            ? null
                            : new IceCandidate(type, number, ++candidates, CANDIDATE_BYTES));
        }
    }

    /** Looks whether both sides refer to each other by now. */
    private void meet() {
        SessionDescription mine = remote;
        FlowPeerConnection other = mine == null ? null : plane.find(mine.connection());
        SessionDescription theirs = other == null ? null : other.remote;
        if (session != null || mine == null || other == null || theirs == null || other == this) {
            return;
        }
        SessionDescription answer = mine.offer() ? theirs : mine;
        SessionDescription offer = mine.offer() ? mine : theirs;
        if (theirs.connection() == number
                && !answer.offer()
                && offer.offer()
                && answer.answers() == offer.connection()) {
            FlowPeerConnection offerer = mine.offer() ? other : this;
            session = new FlowSession(plane, offerer, mine.offer() ? this : other);
            other.session = session;
            learned();
        }
    }

    private void learned() {
        if (session != null) {
            session.look(this);
        }
    }

    void opensAt(long atNanos) {
        if (opening != Kernel.NO_EVENT) {
            kernel.cancel(opening);
            opening = Kernel.NO_EVENT;
        }
        if (atNanos != Handshake.NEVER && state != State.CLOSED) {
            opening = kernel.timer(atNanos, this, OPEN, null);
        }
    }

    @Override
    public void measure(int count, long timeoutNanos, long gapNanos) {
        FlowSession with = session;
        if (!open || with == null || state == State.CLOSED || pings != null) {
            throw new IllegalStateException("measuring needs an open channel that is not in use");
        }
        pings = new FlowPings(this, with.other(this), with, count, timeoutNanos, gapNanos);
        pings.start(kernel.nowNanos());
        measuredAt(pings);
    }

    @Override
    public void stopMeasuring() {
        if (pings != null) {
            pings.stop(kernel.nowNanos());
            measuredAt(pings);
        }
    }

    private void measuredAt(FlowPings of) {
        if (measuring != Kernel.NO_EVENT) {
            kernel.cancel(measuring);
        }
        measuring = kernel.timer(Math.max(of.endNanos(), kernel.nowNanos()), this, MEASURED, null);
    }

    /** Something on the way changed. */
    void changed() {
        if (pings != null) {
            pings.changed(kernel.nowNanos());
            measuredAt(pings);
        }
        if (session != null) {
            session.lookAgain();
        }
    }

    @Override
    public void freeze(long untilNanos) {
        long now = kernel.nowNanos();
        if (frozenUntilNanos <= now) {
            frozenFromNanos = now;
        }
        frozenUntilNanos = Math.max(frozenUntilNanos, untilNanos);
        if (pings != null) {
            pings.changed(now);
            measuredAt(pings);
        }
        FlowPings others = session == null ? null : session.other(this).pings;
        if (session != null && others != null) {
            others.changed(now);
            session.other(this).measuredAt(others);
        }
    }

    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        long now = kernel.nowNanos();
        state = State.CLOSED;
        closedNanos = now;
        knowsClosedNanos = now;
        opensAt(Handshake.NEVER);
        if (gathering != Kernel.NO_EVENT) {
            kernel.cancel(gathering);
        }
        plane.forget(this);
        if (pings != null) {
            pings.ownClosed(now);
            measuredAt(pings);
        }
        if (session != null) {
            session.other(this).otherClosed(session, now);
        }
    }

    private void otherClosed(FlowSession of, long nowNanos) {
        if (!open) {
            opensAt(Handshake.NEVER);
            return;
        }
        if (state != State.CLOSED) {
            long notice = of.arrivalNanos(of.other(this), this, nowNanos, CANDIDATE_BYTES);
            knowsClosedNanos = notice == Link.LOST ? Long.MAX_VALUE : notice;
            if (pings != null) {
                pings.otherClosed(nowNanos);
                measuredAt(pings);
            }
        }
    }

    @Override
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    @Override
    public long trueRttNanos() {
        MediaRoute route = session == null || !open ? null : session.route();
        return session == null || route == null ? -1 : session.meanRttNanos(route);
    }

    @Override
    public String selectedCandidateType() {
        MediaRoute route = session == null || !open ? null : session.route();
        if (session == null || route == null) {
            return "";
        }
        return Connectivity.localType(
                route, session.isOfferer(this), host.host, session.other(this).host.host);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        switch (what) {
            case DESCRIBE -> described();
            case SRFLX -> {
                gathered("srflx");
                if (state != State.CLOSED) {
                    gatherRelay(kernel.nowNanos() - 2 * host.toTurnNanos);
                }
            }
            case RELAY -> {
                gathering = Kernel.NO_EVENT;
                relays = !plane.isTurnDown();
                if (relays) {
                    gathered("relay");
                }
                gathered(null);
                learned();
            }
            case OPEN -> {
                opening = Kernel.NO_EVENT;
                open = true;
                listener.onOpen();
            }
            case MEASURED -> measured();
            default -> throw new IllegalArgumentException("no such event: " + what);
        }
    }

    private void measured() {
        FlowPings done = pings;
        pings = null;
        measuring = Kernel.NO_EVENT;
        if (done != null) {
            listener.onMeasured(done.result());
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        String done = switch (what) {
            case DESCRIBE -> "makes a description";
            case SRFLX -> "hears from the STUN server";
            case RELAY -> "hears from the TURN server";
            case OPEN -> "has its channel open";
            case MEASURED -> "is through with its pings";
            default -> "?";
        };
        return "connection#" + number + " of " + host.host.person() + " " + done;
    }

    boolean isOpen() {
        return open;
    }

    boolean relays() {
        return relays && state != State.CLOSED;
    }

    int heard() {
        return heard;
    }

    long closedNanos() {
        return closedNanos;
    }

    long knowsClosedNanos() {
        return knowsClosedNanos;
    }

    /** The first instant, not before this one, at which the page runs. */
    long thawedNanos(long atNanos) {
        return atNanos >= frozenFromNanos && atNanos < frozenUntilNanos
                ? frozenUntilNanos
                : atNanos;
    }
}
