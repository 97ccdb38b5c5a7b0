package dev.sonde.sim.network;

/** The client's side of a connection, as its owner hears it. Never called from inside a call. */
public interface ClientEnd {

    /** The connection is open and may be used. */
    void opened();

    void received(Object message);

    /** It has ended; the last that is heard of it. Not called on a client that closed by itself. */
    void closed(CloseCause cause);
}
