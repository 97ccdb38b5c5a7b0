package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Link;
import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.MediaFaults;
import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.nat.NatBox;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a datagram travels: out through the sender's NATs, over its link, the path and the receiver's
 * link, in through the receiver's NATs. One event for each, at its arrival: NATs on the way out
 * translate when it is sent, since they stand at home; those on the way in filter when it arrives.
 */
final class Fabric implements EventHandler {

    /** What faults call the STUN and TURN server. */
    static final String SERVER = "server";

    private static final int TO_PERSON = 0;
    private static final int TO_SERVER = 1;

    private static final int TCP_TRIES = 12;
    private static final long TCP_LEAST_RTO_NANOS = 200_000_000L;

    private final Kernel kernel;
    private final Topology topology;
    private final MediaFaults faults;
    private final PacketListener listener;
    private final boolean watched;
    private final List<LossRule> losses = new ArrayList<>(0);
    private final ServerSite server;
    private Datagram[] free = new Datagram[16];
    private int freeCount;

    Fabric(
            Kernel kernel,
            Topology topology,
            MediaFaults faults,
            ServerSite server,
            PacketListener listener) {
        this.kernel = kernel;
        this.topology = topology;
        this.faults = faults;
        this.server = server;
        this.listener = listener;
        this.watched = listener.hearsDatagrams();
        server.standsOn(this);
    }

    void lose(LossRule rule) {
        losses.add(rule);
    }

    /** A datagram to fill in; whoever sends it gives it away. */
    Datagram fresh(Kind kind, long target) {
        Datagram datagram = freeCount > 0 ? free[--freeCount] : new Datagram();
        return datagram.as(kind, target);
    }

    private void release(Datagram datagram) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = datagram;
    }

    /** Sends a datagram from a person's socket, whose address it carries. */
    void send(PacketHost from, Datagram datagram) {
        heard(from.person(), datagram, "sent");
        int address = Endpoint.address(datagram.target);
        if (datagram.overTcp) {
            stream(from, true, datagram);
        } else if (Endpoint.indexIn(Endpoint.PRIVATE, address) >= 0) {
            PacketHost to = topology.owner(datagram.target);
            if (to == null || !to.sharesLanWith(from)) {
                drop(from.person(), datagram, "private address of another network");
            } else {
                carry(from, to, datagram);
            }
        } else if (from.isUdpBlocked()) {
            drop(from.person(), datagram, "UDP is blocked");
        } else if (translate(from, datagram, address)) {
            dispatch(from, datagram, address);
        }
    }

    private boolean translate(PacketHost from, Datagram datagram, int address) {
        long now = kernel.nowNanos();
        for (Gateway at = from.gateway(); at != null; at = at.outer()) {
            datagram.source = at.box().out(datagram.source, datagram.target, now);
            if (at.owns(address)) {
                if (!at.box().behaviour().hairpin()) {
                    drop(from.person(), datagram, "the NAT does not turn packets back");
                    return false;
                }
                return true;
            }
        }
        return true;
    }

    private void dispatch(PacketHost from, Datagram datagram, int address) {
        if (isServer(address)) {
            carry(from, null, datagram);
            return;
        }
        PacketHost to = topology.owner(datagram.target);
        if (to == null) {
            drop(from.person(), datagram, "nobody has this address");
        } else {
            carry(from, to, datagram);
        }
    }

    private static boolean isServer(int address) {
        return address >= Endpoint.SERVER && address < Endpoint.SERVER + TurnServer.ADDRESSES;
    }

    /** Over the sender's link, the path, and the receiver's link; null is the server. */
    private void carry(PacketHost from, @Nullable PacketHost to, Datagram datagram) {
        long now = kernel.nowNanos();
        String receiver = to == null ? SERVER : to.person();
        // Behind the sender's NAT, which has seen it: only the other side has not.
        if (isHit(from, from.person(), receiver, now) || isLost(from, true, datagram, now)) {
            drop(from.person(), datagram, "fault");
            return;
        }
        int size = datagram.sizeBytes();
        int copies = from.out.copies() + faults.copies(from.faults, from.person(), receiver, now);
        for (int copy = 1; copy <= copies; copy++) {
            Datagram each = copy < copies ? copyOf(datagram) : datagram;
            long leave = from.leaveNanos(now, size);
            if (leave == Link.LOST) {
                drop(from.person(), each, "lost on the way out");
                continue;
            }
            long there = now + leave;
            there += faults.lateNanos(from.faults, from.person(), receiver, now, there);
            if (to == null) {
                kernel.timer(there + from.toServerNanos, this, TO_SERVER, each);
            } else {
                comeIn(to, there + from.pathNanos(to), each);
            }
        }
    }

    private Datagram copyOf(Datagram datagram) {
        Datagram copy = fresh(datagram.kind, datagram.target);
        copy.copy(datagram);
        return copy;
    }

    private void comeIn(PacketHost to, long atNanos, Datagram datagram) {
        long enter = to.enterNanos(atNanos, datagram.sizeBytes());
        if (enter == Link.LOST) {
            drop(to.person(), datagram, "lost on the way in");
        } else {
            kernel.timer(atNanos + enter, this, TO_PERSON, datagram);
        }
    }

    private boolean isHit(PacketHost draws, String sender, String receiver, long nowNanos) {
        return !faults.losesNothing() && faults.loses(draws.faults, sender, receiver, nowNanos);
    }

    /**
     * True if a rule loses it. What people tell each other is judged where it sets out, not again
     * where the server passes it on.
     */
    private boolean isLost(PacketHost host, boolean out, Datagram datagram, long atNanos) {
        boolean ofServer = datagram.kind.isOfServer();
        if (losses.isEmpty() || (!out && !ofServer)) {
            return false;
        }
        String from = out ? host.person() : "";
        String to = out ? (ofServer ? "" : receiver(datagram)) : host.person();
        boolean relayed = datagram.wrapped || relayedOwner(datagram.target) != null;
        boolean lost = false;
        for (int i = 0; i < losses.size(); i++) {
            LossRule rule = losses.get(i);
            if (rule.hits(datagram.kind.sort, from, to, relayed, atNanos)) {
                listener.lost(host.person(), rule);
                lost = true;
            }
        }
        return lost;
    }

    private String receiver(Datagram datagram) {
        long target = datagram.wrapped ? datagram.peer : datagram.target;
        PacketHost owner = relayedOwner(target);
        owner = owner == null ? topology.owner(target) : owner;
        return owner == null ? "" : owner.person();
    }

    /** Sends a datagram of the server to whoever has its target address. */
    void sendFromServer(Datagram datagram) {
        long now = kernel.nowNanos();
        PacketHost to = topology.owner(datagram.target);
        if (to == null) {
            drop(SERVER, datagram, "nobody has this address");
        } else if (datagram.overTcp) {
            stream(to, false, datagram);
        } else if (isHit(to, SERVER, to.person(), now) || isLost(to, false, datagram, now)) {
            drop(SERVER, datagram, "fault");
        } else {
            int copies = 1 + faults.copies(to.faults, SERVER, to.person(), now);
            for (int copy = 1; copy <= copies; copy++) {
                Datagram each = copy < copies ? copyOf(datagram) : datagram;
                long there = now + to.toServerNanos;
                there += faults.lateNanos(to.faults, SERVER, to.person(), now, there);
                comeIn(to, there, each);
            }
        }
    }

    /** Whose relayed address it is; null if nobody's. */
    @Nullable
    PacketHost relayedOwner(long endpoint) {
        return topology.owner(server.clientOf(endpoint));
    }

    /** True if the person with this address can only be reached over TCP. */
    boolean isOverTcp(long endpoint) {
        PacketHost owner = topology.owner(endpoint);
        return owner != null && owner.isUdpBlocked();
    }

    /** Over TCP: a lost segment is sent again, and what comes behind it waits. */
    private void stream(PacketHost host, boolean out, Datagram datagram) {
        long sent = kernel.nowNanos();
        long rtt = 2 * (host.toServerNanos + host.meanLinkNanos);
        long rto = Math.max(TCP_LEAST_RTO_NANOS, 2 * rtt);
        String sender = out ? host.person() : SERVER;
        String receiver = out ? SERVER : host.person();
        for (int tries = 0; tries < TCP_TRIES; tries++) {
            long delay = out
                    ? host.leaveNanos(sent, datagram.sizeBytes())
                    : host.enterNanos(sent, datagram.sizeBytes());
            if (delay != Link.LOST
                    && !isHit(host, sender, receiver, sent)
                    && !isLost(host, out, datagram, sent)) {
                long at = sent + delay + host.toServerNanos;
                at += faults.extraNanos(sender, receiver, sent);
                if (out) {
                    host.tcpOutNanos = Math.max(host.tcpOutNanos, at);
                    kernel.timer(host.tcpOutNanos, this, TO_SERVER, datagram);
                } else {
                    host.tcpInNanos = Math.max(host.tcpInNanos, at);
                    kernel.timer(host.tcpInNanos, this, TO_PERSON, datagram);
                }
                return;
            }
            sent += rto;
            rto *= 2;
        }
        drop(sender, datagram, "the TCP connection broke");
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        if (!(data instanceof Datagram datagram)) {
            return;
        }
        if (what == TO_SERVER) {
            heard(SERVER, datagram, "arrived");
            server.receive(datagram);
            return;
        }
        PacketHost host = datagram.overTcp
                ? topology.owner(datagram.target)
                : topology.enter(datagram, kernel.nowNanos());
        if (host == null) {
            drop(SERVER, datagram, refusal());
            return;
        }
        PacketPeerConnection connection = host.at(Endpoint.port(datagram.target));
        if (connection == null) {
            drop(host.person(), datagram, "closed port");
        } else {
            heard(host.person(), datagram, "arrived");
            connection.receive(datagram);
            release(datagram);
        }
    }

    private String refusal() {
        return topology.refusal() == NatBox.Refusal.FILTERED
                ? "filtered by a NAT"
                : "no mapping in a NAT";
    }

    /** A datagram goes no further. */
    void drop(String where, Datagram datagram, String why) {
        heard(where, datagram, why);
        release(datagram);
    }

    private void heard(String person, Datagram datagram, String fate) {
        if (watched) {
            listener.datagram(person, datagram.toString(), fate);
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return data instanceof Datagram datagram
                ? datagram.kind.word + " arrives"
                : "something arrives";
    }
}
