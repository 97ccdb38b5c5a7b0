package dev.sonde.presence;

import dev.sonde.protocol.SocketId;

/** One open socket: whose it is, and how much it may still send (a token bucket). */
final class Connection {

    private static final long SECOND_NANOS = 1_000_000_000L;

    final SocketId socket;
    final Presence presence;
    /** In billionths of a token, so that refilling needs no rounding. */
    private long tokenNanos;

    private long refilledNanos;

    Connection(SocketId socket, Presence presence, PresenceConfig config, long nowNanos) {
        this.socket = socket;
        this.presence = presence;
        this.tokenNanos = config.burstEvents() * SECOND_NANOS;
        this.refilledNanos = nowNanos;
    }

    /** Takes one token; false if there is none. */
    boolean admit(PresenceConfig config, long nowNanos) {
        long full = config.burstEvents() * SECOND_NANOS;
        long missing = full - tokenNanos;
        long elapsed = nowNanos - refilledNanos;
        // Compared by division: the product could overflow after a long silence.
        boolean refillsFully = elapsed > missing / config.eventsPerSecond();
        tokenNanos = refillsFully ? full : tokenNanos + elapsed * config.eventsPerSecond();
        refilledNanos = nowNanos;
        if (tokenNanos < SECOND_NANOS) {
            return false;
        }
        tokenNanos -= SECOND_NANOS;
        return true;
    }
}
