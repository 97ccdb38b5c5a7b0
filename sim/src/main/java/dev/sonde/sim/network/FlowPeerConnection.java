package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** One side of a connection at flow detail. */
final class FlowPeerConnection implements PeerConnection, EventHandler {

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
    private final Listener listener;
    private final Gathering gathering;
    private final FlowMeasuring measuring;

    private State state = State.NEW;
    private @Nullable SessionDescription remote;
    private @Nullable FlowSession session;
    private int heard;
    /** When it could first check a host, reflexive or relayed candidate of the other side. */
    private final long[] checksFromNanos = {Handshake.NEVER, Handshake.NEVER, Handshake.NEVER};

    private boolean described;
    private boolean open;
    private long opening = Kernel.NO_EVENT;
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
        this.listener = listener;
        this.gathering = new Gathering(plane, this, turn, listener);
        this.measuring = new FlowMeasuring(kernel, this, listener);
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
        gathering.offer();
    }

    @Override
    public void setRemoteDescription(SessionDescription description) {
        require(description.offer() ? State.NEW : State.OFFERED, "a remote description");
        remote = description;
        if (description.offer()) {
            state = State.ANSWERING;
            gathering.answer(description);
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
            int bit = switch (candidate.type()) {
                case "host" -> Connectivity.HOST;
                case "srflx" -> Connectivity.SRFLX;
                case "relay" -> Connectivity.RELAY;
                default -> 0;
            };
            heard |= bit;
            checksWhatItHeard();
            learned();
        }
    }

    private void require(State wanted, String what) {
        if (state != wanted) {
            throw new IllegalStateException(
                    what + " fits only a connection that is " + wanted + ", not " + state);
        }
    }

    /** Its own description is made. */
    void describes() {
        state = state == State.OFFERING ? State.OFFERED : State.STABLE;
        described = true;
        checksWhatItHeard();
    }

    /** Looks whether both sides refer to each other by now. */
    void meet() {
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

    /** Something is known that may make a route work. */
    void learned() {
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
            opening = kernel.timer(atNanos, this, 0, null);
        }
    }

    @Override
    public void measure(int count, long timeoutNanos, long gapNanos) {
        FlowSession with = session;
        if (!open || with == null || state == State.CLOSED || measuring.isUnderWay()) {
            throw new IllegalStateException("measuring needs an open channel that is not in use");
        }
        measuring.start(new FlowPings(this, with.other(this), with, count, timeoutNanos, gapNanos));
    }

    @Override
    public void stopMeasuring() {
        measuring.stop();
    }

    /** Something on the way changed. */
    void changed() {
        measuring.changed();
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
        measuring.changed();
        if (session != null) {
            session.other(this).measuring.changed();
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
        gathering.stop();
        plane.forget(this);
        measuring.ownClosed();
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
            int bytes = Gathering.CANDIDATE_BYTES;
            long notice = of.arrivalNanos(of.other(this), this, nowNanos, bytes);
            knowsClosedNanos = notice == Link.LOST ? Long.MAX_VALUE : notice;
            measuring.otherClosed();
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
        opening = Kernel.NO_EVENT;
        open = true;
        listener.onOpen();
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return EventHandler.party(person());
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return person() + " has its channel open";
    }

    @Override
    public String toString() {
        return "connection#" + number + " of " + person();
    }

    boolean isOpen() {
        return open;
    }

    boolean relays() {
        return gathering.relays() && state != State.CLOSED;
    }

    int heard() {
        return heard;
    }

    private void checksWhatItHeard() {
        // Where every order of events is tried, states that differ by such instants would never
        // come together; checks then begin when both sides know all.
        if (!described || kernel.isAdversarial()) {
            return;
        }
        for (int i = 0; i < checksFromNanos.length; i++) {
            if (((heard >> i) & 1) != 0 && checksFromNanos[i] == Handshake.NEVER) {
                checksFromNanos[i] = kernel.nowNanos();
            }
        }
    }

    /** From when on it checks such a candidate; {@link Handshake#NEVER} if it does not. */
    long checksFromNanos(int candidate) {
        return checksFromNanos[Integer.numberOfTrailingZeros(candidate)];
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
