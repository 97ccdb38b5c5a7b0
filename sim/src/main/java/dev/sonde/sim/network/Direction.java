package dev.sonde.sim.network;

/** The two ways along a connection to the server. */
public enum Direction {
    /** Client to server. */
    TO_SERVER,
    /** Server to client. */
    FROM_SERVER
}
