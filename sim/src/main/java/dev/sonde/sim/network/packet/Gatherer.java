package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.PeerConnection;
import dev.sonde.sim.network.SessionDescription;
import dev.sonde.sim.network.ice.Candidate;
import dev.sonde.sim.network.ice.CandidateType;
import dev.sonde.sim.network.ice.IceProfile;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.turn.ClientState;
import dev.sonde.sim.network.turn.TurnClient;
import dev.sonde.sim.network.turn.TurnReply;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What one peer connection says about itself: its description, then its candidates. */
final class Gatherer implements TurnClient.Output {

    // Typical sizes of real browsers: an offer for one data channel, without and with much else in
    // it, and a candidate with its foundation, addresses and user fragment.
    private static final int OFFER_LEAST_BYTES = 500;
    private static final int OFFER_MOST_BYTES = 4_400;
    private static final int ANSWER_MOST_BYTES = 1_000;
    private static final int CANDIDATE_BYTES = 300;

    private static final long NEVER = Long.MAX_VALUE;

    private final PacketPeerConnection connection;
    private final PacketHost host;
    private final IceProfile profile;
    private final PeerConnection.Listener listener;
    private final @Nullable TurnClient turn;
    private final long credentialsUntilNanos;
    private final List<Candidate> gathered = new ArrayList<>(3);

    private @Nullable SessionDescription offered;
    private long describeNanos = NEVER;
    private long bindingNanos = NEVER;
    private long bindingRtoNanos;
    private int bindings;
    private boolean ended;

    Gatherer(
            PacketPeerConnection connection,
            boolean withTurn,
            PeerConnection.Listener listener,
            long nowNanos) {
        PacketSettings settings = connection.plane().settings();
        this.connection = connection;
        this.host = connection.host();
        this.profile = settings.ice();
        this.listener = listener;
        this.credentialsUntilNanos = nowNanos + settings.credentialsNanos();
        TurnClient.Timing timing = new TurnClient.Timing(
                profile.gatherRtoNanos(),
                profile.gatherRtoMostNanos(),
                profile.gatherSends(),
                profile.gatherLastWait(),
                host.isUdpBlocked() ? settings.tcpRoundTrips() : 0);
        turn = withTurn
                ? new TurnClient(timing, this, connection.plane().coverage().turnClients())
                : null;
    }

    /** Makes a description after the time that this machine takes, then gathers. */
    void describe(long nowNanos, @Nullable SessionDescription offer) {
        offered = offer;
        describeNanos = nowNanos + host.drawSetupNanos();
    }

    long nextDeadlineNanos() {
        long next = Math.min(describeNanos, bindingNanos);
        return turn == null ? next : Math.min(next, turn.nextDeadlineNanos());
    }

    void wake(long nowNanos) {
        if (describeNanos <= nowNanos) {
            describeNanos = NEVER;
            described(nowNanos);
        }
        if (bindingNanos <= nowNanos) {
            bind(nowNanos);
        }
        if (turn != null && turn.nextDeadlineNanos() <= nowNanos) {
            turn.wake(nowNanos);
            endIfDone();
        }
    }

    private void described(long nowNanos) {
        connection.describes();
        listener.onLocalDescription(description());
        long own = connection.ownEndpoint();
        tell(Candidate.of(CandidateType.HOST, own, own));
        if (!connection.isClosed()) {
            bindingRtoNanos = profile.gatherRtoNanos();
            bind(nowNanos);
            if (turn != null) {
                turn.start(nowNanos);
            }
        }
    }

    private SessionDescription description() {
        SessionDescription offer = offered;
        int most = offer == null ? OFFER_MOST_BYTES : ANSWER_MOST_BYTES;
        int sizeBytes = (int) host.setup.between(OFFER_LEAST_BYTES, most);
        long answers = offer == null ? 0 : offer.connection();
        return new SessionDescription(offer == null, connection.number(), answers, sizeBytes);
    }

    /** Asks the STUN server, by the timers of RFC 8489, section 6.2.1. */
    private void bind(long nowNanos) {
        if (bindings == profile.gatherSends()) {
            bindingNanos = NEVER;
            endIfDone();
            return;
        }
        bindings++;
        boolean last = bindings == profile.gatherSends();
        bindingNanos = nowNanos
                + (last ? profile.gatherRtoNanos() * profile.gatherLastWait() : bindingRtoNanos);
        bindingRtoNanos = Math.min(2 * bindingRtoNanos, profile.gatherRtoMostNanos());
        connection.sendOwn(connection.fresh(Kind.BINDING, TurnServer.SERVICE));
    }

    void onBound(long mapped) {
        if (bindingNanos == NEVER) {
            return;
        }
        bindingNanos = NEVER;
        long own = connection.ownEndpoint();
        if (mapped != own) {
            tell(Candidate.of(CandidateType.SRFLX, mapped, own));
        }
        endIfDone();
    }

    void onTurnReply(long nowNanos, Datagram datagram) {
        if (turn == null) {
            return;
        }
        if (datagram.kind == Kind.CONNECTED) {
            turn.onConnected(nowNanos, datagram.number);
        } else {
            TurnReply reply = datagram.reply;
            turn.onReply(nowNanos, datagram.number, reply, datagram.relayed, datagram.mapped);
        }
        endIfDone();
    }

    void permit(long nowNanos, long peer) {
        if (turn != null) {
            turn.permit(nowNanos, peer);
        }
    }

    private void tell(Candidate candidate) {
        if (connection.isClosed()) {
            return;
        }
        gathered.add(candidate);
        connection.gathers(candidate);
        listener.onLocalCandidate(new IceCandidate(
                candidate.type().word(), connection.number(), gathered.size(), CANDIDATE_BYTES));
    }

    private void endIfDone() {
        boolean turnDone = turn == null
                || turn.state() == ClientState.ALLOCATED
                || turn.state() == ClientState.FAILED;
        if (!ended && bindingNanos == NEVER && turnDone && !connection.isClosed()) {
            ended = true;
            listener.onLocalCandidate(null);
        }
    }

    /** The how manieth candidate, from 1; null if there is none. */
    @Nullable
    Candidate gathered(int index) {
        return index >= 1 && index <= gathered.size() ? gathered.get(index - 1) : null;
    }

    void close() {
        describeNanos = NEVER;
        bindingNanos = NEVER;
        if (turn != null) {
            turn.close();
        }
    }

    @Override
    public void request(
            TurnClient.Request request, long transaction, long peer, boolean credentials) {
        Kind kind = switch (request) {
            case CONNECT -> Kind.CONNECT;
            case ALLOCATE -> Kind.ALLOCATE;
            case REFRESH -> Kind.REFRESH;
            case PERMIT -> Kind.PERMIT;
        };
        Datagram datagram = connection.fresh(kind, TurnServer.SERVICE);
        datagram.number = transaction;
        datagram.peer = peer;
        datagram.value = credentials ? credentialsUntilNanos : TurnServer.NO_CREDENTIALS;
        connection.sendOwn(datagram);
    }

    @Override
    public void release() {
        Datagram datagram = connection.fresh(Kind.REFRESH, TurnServer.SERVICE);
        datagram.flag = true;
        datagram.value = credentialsUntilNanos;
        datagram.number = Endpoint.NONE;
        connection.sendOwn(datagram);
    }

    @Override
    public void allocated(long relayed, long mapped) {
        tell(Candidate.of(CandidateType.RELAY, relayed, relayed));
    }

    @Override
    public void failed(String why) {
        connection.milestone("no relayed candidate: " + why);
    }

    @Override
    public void permitted(long peer, boolean granted) {
        connection.permitted(peer, granted);
    }
}
