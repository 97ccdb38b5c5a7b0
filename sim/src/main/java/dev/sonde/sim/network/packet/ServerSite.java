package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaFaults;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.turn.TurnReply;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

/**
 * The STUN and TURN server in the network. While TURN is down it answers and relays nothing; STUN
 * goes on.
 */
final class ServerSite {

    private final Kernel kernel;
    private final MediaFaults faults;
    private final TurnServer turn;
    private @Nullable Fabric fabric;

    ServerSite(Kernel kernel, MediaFaults faults, TurnServer turn) {
        this.kernel = kernel;
        this.faults = faults;
        this.turn = turn;
    }

    void standsOn(Fabric itsFabric) {
        fabric = itsFabric;
    }

    private Fabric fabric() {
        Fabric known = fabric;
        if (known == null) {
            throw new IllegalStateException("the server was not put into a network");
        }
        return known;
    }

    /** Whose relayed address it is. */
    long clientOf(long relayed) {
        return turn.clientOf(relayed);
    }

    void receive(Datagram datagram) {
        long now = kernel.nowNanos();
        if (datagram.kind == Kind.BINDING) {
            datagram.mapped = datagram.source;
            answer(datagram, Kind.BINDING_OK);
        } else if (faults.isTurnDown(now)) {
            fabric().drop(Fabric.SERVER, datagram, "the TURN server is down");
        } else if (datagram.target != TurnServer.SERVICE) {
            relayIn(datagram, now);
        } else if (datagram.wrapped) {
            relayOut(datagram, now);
        } else {
            request(datagram, now);
        }
    }

    private void request(Datagram datagram, long nowNanos) {
        long client = datagram.source;
        long until = datagram.value;
        Kind kind = datagram.kind;
        if (kind == Kind.CONNECT) {
            answer(datagram, Kind.CONNECTED);
            return;
        }
        TurnReply reply = switch (kind) {
            case ALLOCATE -> turn.allocate(nowNanos, client, datagram.number, until);
            case REFRESH -> turn.refresh(nowNanos, client, datagram.flag, until);
            case PERMIT -> turn.permit(nowNanos, client, datagram.peer, until);
            default -> null;
        };
        if (reply == null) {
            fabric().drop(Fabric.SERVER, datagram, "no TURN request");
            return;
        }
        datagram.reply = reply;
        datagram.mapped = client;
        datagram.relayed = turn.relayedOf(client);
        answer(datagram, Kind.TURN_REPLY);
    }

    private void answer(Datagram datagram, Kind kind) {
        datagram.kind = kind;
        long client = datagram.source;
        datagram.source = datagram.target;
        datagram.target = client;
        fabric().sendFromServer(datagram);
    }

    private void relayOut(Datagram datagram, long nowNanos) {
        long relayed = turn.relayedOf(datagram.source);
        if (relayed == Endpoint.NONE) {
            fabric().drop(Fabric.SERVER, datagram, "no allocation");
        } else if (!turn.passes(nowNanos, relayed, datagram.peer)) {
            fabric().drop(Fabric.SERVER, datagram, "no permission");
        } else {
            datagram.source = relayed;
            datagram.target = datagram.peer;
            datagram.wrapped = false;
            datagram.overTcp = false;
            if (turn.clientOf(datagram.target) != Endpoint.NONE) {
                relayIn(datagram, nowNanos);
            } else {
                fabric().sendFromServer(datagram);
            }
        }
    }

    private void relayIn(Datagram datagram, long nowNanos) {
        long client = turn.clientOf(datagram.target);
        if (client == Endpoint.NONE) {
            fabric().drop(Fabric.SERVER, datagram, "no allocation");
        } else if (!turn.passes(nowNanos, datagram.target, datagram.source)) {
            fabric().drop(Fabric.SERVER, datagram, "no permission");
        } else {
            datagram.peer = datagram.source;
            datagram.source = TurnServer.SERVICE;
            datagram.target = client;
            datagram.wrapped = true;
            datagram.overTcp = fabric().isOverTcp(client);
            fabric().sendFromServer(datagram);
        }
    }
}
