package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.ice.IceProfile;
import dev.sonde.sim.network.transport.TransportTimers;

/**
 * What is the same for everybody on a media plane at packet detail.
 *
 * @param ice how everybody's ICE stack behaves
 * @param timers of DTLS and SCTP
 * @param credentialsNanos how long TURN credentials are valid, from the opening of a connection
 * @param tcpRoundTrips before TURN can be asked where UDP is blocked: 1 over TCP, 2 over TLS 1.3
 */
public record PacketSettings(
        IceProfile ice, TransportTimers timers, long credentialsNanos, int tcpRoundTrips) {

    private static final long SECOND = 1_000_000_000L;

    /** Chrome, credentials of two minutes, TURN over TCP. */
    public static final PacketSettings DEFAULT =
            new PacketSettings(IceProfile.CHROME, TransportTimers.BROWSER, 120 * SECOND, 1);

    /** The same with another ICE stack. */
    public PacketSettings with(IceProfile other) {
        return new PacketSettings(other, timers, credentialsNanos, tcpRoundTrips);
    }
}
