package dev.sonde.sim.network.turn;

/** What can happen to a client. */
public enum ClientInput {
    START,
    /** The connection to the server stands. */
    CONNECTED,
    CHALLENGE,
    GRANTED,
    REFUSED,
    /** Nothing came back, however often it asked. */
    EXHAUSTED,
    CLOSE
}
