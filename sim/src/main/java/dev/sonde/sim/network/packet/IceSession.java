package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.ice.AgentState;
import dev.sonde.sim.network.ice.Candidate;
import dev.sonde.sim.network.ice.CandidatePair;
import dev.sonde.sim.network.ice.CandidateType;
import dev.sonde.sim.network.ice.IceAgent;
import dev.sonde.sim.network.ice.IceOutput;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

/** The ICE agent of one side in the network: turns what it wants into datagrams, and back. */
final class IceSession implements IceOutput {

    private static final long UNKNOWN = 0;

    private final PacketPeerConnection connection;
    private final PacketMediaPlane plane;
    private final PacketHost host;
    private final Kernel kernel;
    private final IceAgent agent;
    private @Nullable Candidate hostBase;
    private @Nullable Candidate relayBase;
    /** Number of the connection that the other side's description is of. */
    private long remote = UNKNOWN;
    /** Whose check is being answered; its description may still be on its way. */
    private long answering;

    /** @param offers true on the side that offered, which is the controlling one */
    IceSession(PacketPeerConnection connection, boolean offers) {
        this.connection = connection;
        this.plane = connection.plane();
        this.host = connection.host();
        this.kernel = plane.kernel();
        this.agent = new IceAgent(
                plane.settings().ice(),
                offers,
                host.ice.below(Long.MAX_VALUE),
                this,
                plane.coverage().ice());
    }

    IceAgent agent() {
        return agent;
    }

    void start(long remoteConnection) {
        remote = remoteConnection;
        agent.start(kernel.nowNanos());
    }

    /** This side gathered a candidate. */
    void gathers(Candidate candidate) {
        if (candidate.type() == CandidateType.HOST) {
            hostBase = candidate;
        } else if (candidate.type() == CandidateType.RELAY) {
            relayBase = candidate;
        }
        agent.addLocal(kernel.nowNanos(), candidate);
    }

    /** The other side told a candidate. */
    void told(Candidate candidate) {
        if (agent.state() != AgentState.NEW && resolves(candidate)) {
            agent.addRemote(kernel.nowNanos(), candidate);
        }
    }

    /** A name that hides a private address is known inside its own LAN only. */
    private boolean resolves(Candidate candidate) {
        int address = Endpoint.address(candidate.endpoint());
        if (!plane.settings().ice().mdns() || Endpoint.indexIn(Endpoint.PRIVATE, address) < 0) {
            return true;
        }
        PacketHost owner = plane.topology().owner(candidate.endpoint());
        return owner != null && owner.sharesLanWith(host);
    }

    /**
     * A datagram of another client arrived.
     *
     * @return true if it is data of the other side
     */
    boolean receive(Datagram datagram) {
        Candidate base = datagram.wrapped ? relayBase : hostBase;
        if (base == null || datagram.connection != connection.number()) {
            return false;
        }
        long now = kernel.nowNanos();
        long source = datagram.wrapped ? datagram.peer : datagram.source;
        switch (datagram.kind) {
            case CHECK -> onCheck(now, base, source, datagram);
            case CHECK_OK -> agent.onAnswer(now, base, source, datagram.number, datagram.mapped);
            case CHECK_CONFLICT -> agent.onConflict(now, datagram.number, datagram.controlling);
            default -> {
                if (agent.knows(source)) {
                    agent.heard(now, base, source);
                    return true;
                }
            }
        }
        return false;
    }

    private void onCheck(long nowNanos, Candidate base, long source, Datagram datagram) {
        if (remote != UNKNOWN && remote != datagram.sender) {
            return;
        }
        answering = datagram.sender;
        agent.onCheck(
                nowNanos,
                base,
                source,
                datagram.number,
                datagram.priority,
                datagram.controlling,
                datagram.value,
                datagram.flag);
    }

    /** Sends over the pair in use; nothing if there is none. */
    void sendData(Kind kind, long ordinal) {
        CandidatePair pair = agent.using();
        if (pair != null) {
            Datagram datagram = fresh(kind, pair.remote().endpoint(), remote);
            datagram.number = ordinal;
            sendFrom(pair.base(), datagram);
        }
    }

    private Datagram fresh(Kind kind, long to, long itsConnection) {
        Datagram datagram = plane.fabric().fresh(kind, to);
        datagram.connection = itsConnection;
        return datagram;
    }

    private void sendFrom(Candidate base, Datagram datagram) {
        if (base.type() == CandidateType.RELAY) {
            datagram.peer = datagram.target;
            datagram.target = TurnServer.SERVICE;
            datagram.wrapped = true;
        }
        connection.sendOwn(datagram);
    }

    @Override
    public void check(Candidate from, long to, long transaction, int priority, boolean nominate) {
        Datagram datagram = fresh(Kind.CHECK, to, remote);
        datagram.number = transaction;
        datagram.sender = connection.number();
        datagram.priority = priority;
        datagram.controlling = agent.isControlling();
        datagram.value = agent.tieBreaker();
        datagram.flag = nominate;
        sendFrom(from, datagram);
    }

    @Override
    public void answer(Candidate from, long to, long transaction) {
        Datagram datagram = fresh(Kind.CHECK_OK, to, answering);
        datagram.number = transaction;
        datagram.mapped = to;
        sendFrom(from, datagram);
    }

    @Override
    public void conflict(Candidate from, long to, long transaction) {
        Datagram datagram = fresh(Kind.CHECK_CONFLICT, to, answering);
        datagram.number = transaction;
        datagram.controlling = agent.isControlling();
        sendFrom(from, datagram);
    }

    @Override
    public void permit(long peer) {
        connection.permit(peer);
    }

    @Override
    public void using(CandidatePair pair) {
        connection.milestone(news("uses", pair, ""));
        connection.writable(pair.rttNanos());
    }

    @Override
    public void fared(CandidatePair pair, String how) {
        connection.milestone(news("", pair, how));
    }

    private static CandidateNews news(String verb, CandidatePair pair, String fate) {
        return new CandidateNews(verb, pair.local(), pair.remote(), fate);
    }

    @Override
    public void stateChanged(AgentState now) {
        if (now == AgentState.DISCONNECTED || now == AgentState.FAILED) {
            connection.milestone(now == AgentState.FAILED ? "ICE failed" : "ICE disconnected");
        }
    }

    @Override
    public long draw(long bound) {
        return host.ice.below(bound);
    }

    /** Mean two-way delay of the pair in use, without loss; -1 if there is none. */
    long trueRttNanos() {
        CandidatePair pair = agent.using();
        if (pair == null) {
            return -1;
        }
        long far = pair.remote().endpoint();
        PacketHost direct = plane.topology().owner(far);
        PacketHost other = direct == null ? plane.fabric().relayedOwner(far) : direct;
        if (other == null) {
            return -1;
        }
        long links = 2 * (host.meanLinkNanos + other.meanLinkNanos);
        boolean relayed = direct == null || pair.base().type() == CandidateType.RELAY;
        long wire = relayed
                ? 2 * (host.toServerNanos + other.toServerNanos)
                : host.pathNanos(other) + other.pathNanos(host);
        return links + wire;
    }

    String localType() {
        CandidatePair pair = agent.using();
        return pair == null ? "" : pair.local().type().word();
    }
}
