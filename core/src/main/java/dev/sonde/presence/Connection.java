package dev.sonde.presence;

import dev.sonde.protocol.SocketId;

/** One open socket: whose it is, and how much it may still send (a token bucket). */
final class Connection {

    private static final long SECOND_NANOS = 1_000_000_000L;

    final SocketId socket;
    final Presence presence;
    /** When the bucket will be full again if nothing more is taken; once passed, it is full. */
    private long fullAtNanos;

    Connection(SocketId socket, Presence presence, PresenceConfig config, long nowNanos) {
        this.socket = socket;
        this.presence = presence;
        this.fullAtNanos = nowNanos;
    }

    /** Takes one token; false if there is none. */
    boolean admit(PresenceConfig config, long nowNanos) {
        // What is missing is kept as the time that it takes to come back: one number, and it says
        // nothing more as soon as the bucket is full.
        long tokenNanos = SECOND_NANOS / config.eventsPerSecond();
        long missingNanos = Math.max(0, fullAtNanos - nowNanos);
        if (missingNanos > (config.burstEvents() - 1) * tokenNanos) {
            return false;
        }
        fullAtNanos = nowNanos + missingNanos + tokenNanos;
        return true;
    }
}
