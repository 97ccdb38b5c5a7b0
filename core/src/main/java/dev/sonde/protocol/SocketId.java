package dev.sonde.protocol;

/** One connection of one client. The driver numbers connections and never uses a number again. */
public record SocketId(long value) {

    @Override
    public String toString() {
        return "socket#" + value;
    }
}
