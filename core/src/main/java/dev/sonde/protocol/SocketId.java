package dev.sonde.protocol;

import org.jspecify.annotations.Nullable;

/** One connection of one client. The driver numbers connections and never uses a number again. */
public record SocketId(long value) {

    // A key, as SubjectId is.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SocketId id && value == id.value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "socket#" + value;
    }
}
