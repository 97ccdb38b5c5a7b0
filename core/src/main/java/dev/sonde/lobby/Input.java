package dev.sonde.lobby;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

/** All that can happen to a lobby. */
public sealed interface Input {

    Input WAKE = new Wake();
    Input SHUTDOWN = new Shutdown();

    /** A connection is open and its subject is known (from a token, never from a message). */
    record Connect(SocketId socket, SubjectId subject, Instance instance) implements Input {}

    /** A connection is known to be gone. May be told twice, or late. */
    record Disconnect(SocketId socket) implements Input {}

    /** A message arrived on a connection. */
    record Receive(SocketId socket, ClientMessage message) implements Input {}

    /** A heartbeat was answered. Only owed while no RTT limit is set (protocol.md, Matchmaking). */
    record Heard(SocketId socket) implements Input {}

    /** The deadline may have passed. Early: nothing happens. Late: all that is due happens once. */
    record Wake() implements Input {}

    /** No more of anything; all that was begun ends now. */
    record Shutdown() implements Input {}
}
