package dev.sonde.sim.network;

/** Why a side of a connection is told that it has ended. */
public enum CloseCause {
    /** The client closed it. */
    CLIENT,
    /** The server sent a disconnect packet: the client must not come back by itself. */
    SERVER,
    /** The transport broke or the other side dropped it, and this side was told. */
    CUT,
    /** Nothing was heard for too long, or the connection never opened. */
    TIMEOUT,
    /** The client did not read, and the server's outbound budget was used up. */
    SLOW_READER;

    /** True if a client that learns of its end this way comes back by itself. */
    public boolean comesBack() {
        return this == CUT || this == TIMEOUT || this == SLOW_READER;
    }
}
