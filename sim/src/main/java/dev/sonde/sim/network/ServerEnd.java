package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;

/** The server's side of all connections. Never called from inside a call. */
public interface ServerEnd {

    /** A connection is open and may be used. */
    void opened(SignallingConnection connection);

    void received(SignallingConnection connection, Object message);

    /** A pong arrived; only with {@link SignallingSettings#heardBeats()}. */
    void heard(SignallingConnection connection);

    /** Whom it touches when something arrives, as {@link EventHandler#touches} says it. */
    default long touches(SignallingConnection connection) {
        return EventHandler.EVERYBODY;
    }

    /** It has ended; the last that is heard of it. Not called where the server closed it. */
    void closed(SignallingConnection connection, CloseCause cause);
}
