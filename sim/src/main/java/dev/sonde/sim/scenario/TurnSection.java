package dev.sonde.sim.scenario;

/**
 * The TURN server.
 *
 * @param on false if there is none; then the rest says nothing
 * @param rttNanos added to each member's own base on the way over it, at least 0
 * @param credentialsNanos how long credentials are valid
 * @param transport how those reach it whose UDP is blocked
 */
public record TurnSection(boolean on, long rttNanos, long credentialsNanos, Transport transport) {

    /** There is no TURN server. */
    public static final TurnSection OFF = new TurnSection(false, 0, 0, Transport.TCP);

    /** What stands in for UDP. */
    public enum Transport {
        TCP,
        /** TLS 1.3 over TCP. */
        TLS
    }
}
