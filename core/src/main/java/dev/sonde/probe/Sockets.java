package dev.sonde.probe;

import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

/** Finds sockets at the moment when something is sent; nobody remembers them. */
@FunctionalInterface
public interface Sockets {

    /** The current socket of a subject, or null if it has none. */
    @Nullable
    SocketId of(SubjectId subject);
}
