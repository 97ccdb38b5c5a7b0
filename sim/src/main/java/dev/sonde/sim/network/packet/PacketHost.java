package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.Link;
import dev.sonde.sim.network.LinkSpec;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.network.nat.LongMap;

import org.jspecify.annotations.Nullable;

/** One person's machine: its address, its sockets, its links. */
final class PacketHost {

    private static final int FIRST_PORT = 50_000;
    private static final int PORTS = 15_000;

    private final Host host;
    private final int address;
    private final @Nullable Gateway gateway;
    private final Paths paths;
    private final LongMap<PacketPeerConnection> sockets = new LongMap<>();
    private int opened;
    private @Nullable PacketHost lastPeer;
    private long lastPathNanos;

    final Link out;
    final Link in;
    /** One way to the STUN and TURN server, without the own links. */
    final long toServerNanos;

    final long meanLinkNanos;
    final Draws setup;
    final Draws ice;
    final Draws faults;
    /** Nothing of the own connection over TCP arrives at the server before this. */
    long tcpOutNanos;
    /** Nothing of it arrives here before this. */
    long tcpInNanos;

    private long outClockNanos;
    private long inClockNanos;

    PacketHost(Host host, int address, @Nullable Gateway gateway, Choices choices, Paths paths) {
        this.host = host;
        this.address = address;
        this.gateway = gateway;
        this.paths = paths;
        String person = host.person();
        LinkSpec link = host.profile().toPeers();
        out = new Link(link, choices, person, "to-peers/packets/out");
        in = new Link(link, choices, person, "to-peers/packets/in");
        toServerNanos = paths.toTurnNanos(person);
        meanLinkNanos = link.meanDelayNanos();
        setup = choices.draws(person, "media", "setup");
        ice = choices.draws(person, "media", "ice");
        faults = choices.draws(person, "media", "fault");
    }

    String person() {
        return host.person();
    }

    int address() {
        return address;
    }

    @Nullable
    Gateway gateway() {
        return gateway;
    }

    boolean isUdpBlocked() {
        return host.profile().udpBlocked();
    }

    boolean sharesLanWith(PacketHost other) {
        return this == other || (!host.lan().isEmpty() && host.lan().equals(other.host.lan()));
    }

    /** Opens a socket; gives its port. */
    int openSocket(PacketPeerConnection connection) {
        int port;
        do {
            port = FIRST_PORT + opened++ % PORTS;
        } while (sockets.get(port) != null);
        sockets.put(port, connection);
        return port;
    }

    void closeSocket(int port) {
        sockets.remove(port);
    }

    @Nullable
    PacketPeerConnection at(int port) {
        return sockets.get(port);
    }

    /** One-way delay to another person, without either one's own links. */
    long pathNanos(PacketHost to) {
        if (lastPeer != to) {
            lastPeer = to;
            lastPathNanos = paths.oneWayNanos(person(), to.person());
        }
        return lastPathNanos;
    }

    /** Draws how long a packet takes to leave; {@link Link#LOST} if it does not. */
    long leaveNanos(long atNanos, int sizeBytes) {
        outClockNanos = Math.max(outClockNanos, atNanos);
        return out.delayNanos(outClockNanos, sizeBytes);
    }

    /** Draws how long a packet takes to come in that gets here then. */
    long enterNanos(long atNanos, int sizeBytes) {
        // Packets from near and far are drawn as they are sent; a link's memory only goes forward.
        inClockNanos = Math.max(inClockNanos, atNanos);
        return in.delayNanos(inClockNanos, sizeBytes);
    }

    /** Draws how long a description takes to make, between the profile's bounds. */
    long drawSetupNanos() {
        Profile profile = host.profile();
        return profile.setupMinNanos() == profile.setupMaxNanos()
                ? profile.setupMinNanos()
                : setup.between(profile.setupMinNanos(), profile.setupMaxNanos());
    }
}
