package dev.sonde.sim.network.turn;

/** Where a client is with its allocation. */
public enum ClientState {
    IDLE,
    /** Waits for the TCP connection, or for TLS over it. */
    CONNECTING,
    /** Asked without credentials, as one must to hear the nonce. */
    ASKING,
    /** Asked again, with credentials. */
    PROVING,
    ALLOCATED,
    /** No relayed address can be had, or it was lost. */
    FAILED,
    CLOSED
}
