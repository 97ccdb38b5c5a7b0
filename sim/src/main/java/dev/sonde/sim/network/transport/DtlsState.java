package dev.sonde.sim.network.transport;

/** Where one side of a DTLS handshake is. */
public enum DtlsState {
    /** No pair works yet. */
    IDLE,
    /** No pair works yet, but a ClientHello came already. */
    HELLO_KEPT,
    /** The server waits for the ClientHello. */
    AWAITING_1,
    AWAITING_2,
    AWAITING_3,
    AWAITING_4,
    SECURE,
    FAILED,
    CLOSED
}
