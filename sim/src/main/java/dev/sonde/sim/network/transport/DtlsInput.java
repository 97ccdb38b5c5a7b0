package dev.sonde.sim.network.transport;

/** What can happen to one side of a DTLS handshake. */
public enum DtlsInput {
    /** ICE found a pair that works. */
    WRITABLE,
    /** ClientHello. */
    FLIGHT_1,
    /** ServerHello to ServerHelloDone. */
    FLIGHT_2,
    /** The client's certificate to its Finished. */
    FLIGHT_3,
    /** The server's Finished. */
    FLIGHT_4,
    /** The timer fired. */
    TIMER,
    /** It fired after the last try. */
    EXHAUSTED,
    CLOSE
}
