package dev.sonde.sim.peer;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;

/** A browser's end of one signalling connection. */
public interface Uplink {

    /** Sends, in order; what is sent after the end of the connection is lost. */
    void send(ClientMessage message);

    /**
     * Ends the connection; the server is told after all that was sent before. The listener hears
     * nothing more.
     */
    void close();

    /**
     * The browser's end is gone and the server is not told: it finds out by its heartbeat. The
     * listener hears nothing more.
     */
    void vanish();

    /** The browser neither reads nor answers heartbeats until then; nothing is lost. */
    void pause(long untilNanos);

    /** From now on the browser takes this long to read each message before the next one. */
    void readSlowly(long delayNanos);

    SocketId socket();

    /** What a connection tells its browser, by kernel events. */
    interface Listener {

        void onOpen();

        void onMessage(ServerMessage message);

        /**
         * The connection ended, or could not be made.
         *
         * @param byServer true if the server ended it on purpose, so that the client stays away
         */
        void onClosed(boolean byServer);
    }
}
