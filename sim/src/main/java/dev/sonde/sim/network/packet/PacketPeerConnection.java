package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.PeerConnection;
import dev.sonde.sim.network.SessionDescription;
import dev.sonde.sim.network.ice.Candidate;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

/**
 * One side of a connection at packet detail: puts its passive machines together (gathering, ICE,
 * DTLS and SCTP, the page's pings), and keeps one timer for all of them.
 */
final class PacketPeerConnection implements PeerConnection {

    private enum State {
        NEW,
        OFFERING,
        OFFERED,
        ANSWERING,
        STABLE,
        CLOSED
    }

    private final PacketMediaPlane plane;
    private final Kernel kernel;
    private final long number;
    private final PacketHost host;
    private final Listener listener;
    private final int port;
    private final long ownEndpoint;
    private final Gatherer gatherer;
    private final PacketMeasuring measuring;
    private final Alarm alarm;

    private State state = State.NEW;
    private @Nullable SessionDescription remote;
    private @Nullable IceSession ice;
    private @Nullable SecureChannel channel;
    private boolean open;

    PacketPeerConnection(
            PacketMediaPlane plane, long number, PacketHost host, boolean turn, Listener listener) {
        this.plane = plane;
        this.kernel = plane.kernel();
        this.number = number;
        this.host = host;
        this.listener = listener;
        this.port = host.openSocket(this);
        this.ownEndpoint = Endpoint.of(host.address(), port);
        this.gatherer = new Gatherer(this, turn, listener, kernel.nowNanos());
        this.measuring = new PacketMeasuring(this, listener);
        this.alarm = new Alarm(kernel, this);
    }

    PacketMediaPlane plane() {
        return plane;
    }

    PacketHost host() {
        return host;
    }

    long ownEndpoint() {
        return ownEndpoint;
    }

    @Nullable
    IceSession ice() {
        return ice;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void createOffer() {
        require(State.NEW, "an offer");
        state = State.OFFERING;
        begin(true);
        gatherer.describe(kernel.nowNanos(), null);
        rearm();
    }

    @Override
    public void setRemoteDescription(SessionDescription description) {
        require(description.offer() ? State.NEW : State.OFFERED, "a remote description");
        remote = description;
        if (description.offer()) {
            state = State.ANSWERING;
            begin(false);
            gatherer.describe(kernel.nowNanos(), description);
        } else {
            state = State.STABLE;
        }
        IceSession its = ice;
        // An answer to another offer has other credentials: no check of that side gets through.
        if (its != null && (description.offer() || description.answers() == number)) {
            its.start(description.connection());
        }
        rearm();
    }

    private void begin(boolean offers) {
        ice = new IceSession(this, offers);
        channel = new SecureChannel(this, measuring, offers);
    }

    @Override
    public void addRemoteCandidate(IceCandidate candidate) {
        SessionDescription description = remote;
        if (description == null || state == State.CLOSED) {
            throw new IllegalStateException(
                    "a candidate needs a remote description, but the connection is " + state);
        }
        // One of another connection has another user fragment; browsers drop it without a word.
        boolean fits = candidate.connection() == description.connection();
        Candidate known = fits ? plane.find(candidate) : null;
        IceSession its = ice;
        if (known != null && its != null) {
            its.told(known);
            rearm();
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
    }

    /** A candidate was gathered. */
    void gathers(Candidate candidate) {
        milestone(new CandidateNews("gathered", candidate, null, ""));
        IceSession its = ice;
        if (its != null) {
            its.gathers(candidate);
        }
    }

    @Nullable
    Candidate gathered(int index) {
        return gatherer.gathered(index);
    }

    /** ICE wants a permission at the TURN server. */
    void permit(long peer) {
        gatherer.permit(kernel.nowNanos(), peer);
    }

    void permitted(long peer, boolean granted) {
        IceSession its = ice;
        if (its != null && state != State.CLOSED) {
            its.agent().permitted(kernel.nowNanos(), peer, granted);
        }
    }

    /** ICE found a pair to send over. */
    void writable(long rttNanos) {
        SecureChannel its = channel;
        if (its != null) {
            its.writable(kernel.nowNanos(), rttNanos);
        }
    }

    /** A datagram arrived at the socket. */
    void receive(Datagram datagram) {
        IceSession its = ice;
        SecureChannel data = channel;
        switch (datagram.kind) {
            case BINDING_OK -> gatherer.onBound(datagram.mapped);
            case CONNECTED, TURN_REPLY -> gatherer.onTurnReply(kernel.nowNanos(), datagram);
            default -> {
                if (its != null && data != null && its.receive(datagram)) {
                    data.receive(kernel.nowNanos(), datagram);
                }
            }
        }
        rearm();
    }

    Datagram fresh(Kind kind, long target) {
        return plane.fabric().fresh(kind, target);
    }

    /** Sends from the own socket, or over the connection that stands in for it. */
    void sendOwn(Datagram datagram) {
        datagram.source = ownEndpoint;
        boolean toServer = datagram.target == TurnServer.SERVICE;
        datagram.overTcp = toServer && host.isUdpBlocked() && datagram.kind != Kind.BINDING;
        plane.fabric().send(host, datagram);
    }

    void sendData(Kind kind, long ordinal) {
        IceSession its = ice;
        if (its != null) {
            its.sendData(kind, ordinal);
        }
    }

    /** The channel is open on this side. */
    void opens() {
        open = true;
        milestone("channel open");
        listener.onOpen();
    }

    boolean isChannelOpen() {
        SecureChannel its = channel;
        return state != State.CLOSED && its != null && its.isOpen();
    }

    @Override
    public void measure(int count, long timeoutNanos, long gapNanos) {
        if (!open || state == State.CLOSED || measuring.isUnderWay()) {
            throw new IllegalStateException("measuring needs an open channel that is not in use");
        }
        measuring.start(kernel.nowNanos(), count, timeoutNanos, gapNanos);
        rearm();
    }

    @Override
    public void stopMeasuring() {
        measuring.stop();
        rearm();
    }

    @Override
    public void freeze(long untilNanos) {
        measuring.freeze(untilNanos);
        rearm();
    }

    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        SecureChannel its = channel;
        if (its != null && its.stands()) {
            sendData(Kind.ABORT, 0);
        }
        state = State.CLOSED;
        gatherer.close();
        if (its != null) {
            its.close();
        }
        if (ice != null) {
            ice.agent().close();
        }
        measuring.closed();
        host.closeSocket(port);
        plane.forget(this);
        alarm.stop();
        rearm();
    }

    @Override
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    @Override
    public long trueRttNanos() {
        IceSession its = ice;
        return its == null || !open ? -1 : its.trueRttNanos();
    }

    @Override
    public String selectedCandidateType() {
        IceSession its = ice;
        return its == null || !open ? "" : its.localType();
    }

    void milestone(Object what) {
        plane.listener().milestone(host.person(), number, what);
    }

    private void rearm() {
        alarm.set(nextNanos());
    }

    private long nextNanos() {
        long next = measuring.nextDeadlineNanos();
        if (state == State.CLOSED) {
            return next;
        }
        next = Math.min(next, gatherer.nextDeadlineNanos());
        IceSession its = ice;
        SecureChannel data = channel;
        if (its != null && data != null) {
            next = Math.min(next, its.agent().nextDeadlineNanos());
            next = Math.min(next, data.nextDeadlineNanos());
        }
        return next;
    }

    /** Does what is due. */
    void wake() {
        long now = kernel.nowNanos();
        if (state != State.CLOSED) {
            gatherer.wake(now);
        }
        IceSession its = ice;
        SecureChannel secure = channel;
        if (state != State.CLOSED && its != null && secure != null) {
            its.agent().wake(now);
            secure.wake(now);
        }
        measuring.wake(now);
        rearm();
    }

    @Override
    public String toString() {
        return "connection#" + number + " of " + host.person();
    }
}
