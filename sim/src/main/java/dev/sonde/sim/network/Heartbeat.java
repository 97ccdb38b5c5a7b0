package dev.sonde.sim.network;

/**
 * When which side of a connection would notice that nothing gets through, by arithmetic: a healthy
 * connection costs no event.
 *
 * <p>As in Engine.IO 4: the server pings one interval after the opening and after each pong, and
 * gives up when a pong is missing for the timeout; the client gives up when it has not been pinged
 * for interval and timeout. A ping is taken to travel for its link's mean delay; other traffic does
 * not count as a sign of life.
 */
final class Heartbeat {

    private final long intervalNanos;
    private final long timeoutNanos;
    private final long toServerNanos;
    private final long fromServerNanos;

    private long pongNanos;
    private long pingedNanos;
    private boolean blocked;

    Heartbeat(SignallingSettings settings, long toServerNanos, long fromServerNanos) {
        this.intervalNanos = settings.pingIntervalNanos();
        this.timeoutNanos = settings.pingTimeoutNanos();
        this.toServerNanos = toServerNanos;
        this.fromServerNanos = fromServerNanos;
    }

    void serverOpened(long nowNanos) {
        pongNanos = nowNanos;
    }

    void clientOpened(long nowNanos) {
        pingedNanos = nowNanos;
    }

    /** From now on at least one direction is blocked; what arrived before counts. */
    void block(long nowNanos, boolean pingsGotThrough) {
        if (!blocked) {
            blocked = true;
            long cycles = Math.max(0, (nowNanos - pongNanos) / cycleNanos());
            pongNanos += cycles * cycleNanos();
            if (cycles > 0) {
                pingedNanos = pongNanos - toServerNanos;
            }
        }
        long pingArrivesNanos = pingNanos() + fromServerNanos;
        if (pingsGotThrough && pingArrivesNanos <= nowNanos) {
            pingedNanos = pingArrivesNanos;
        }
    }

    /**
     * Nothing is blocked any more: a ping that was held goes on at once.
     *
     * @return true if there was one
     */
    boolean unblock(long nowNanos) {
        boolean held = blocked && nowNanos > pingNanos();
        if (held) {
            pingedNanos = nowNanos + fromServerNanos;
            pongNanos = pingedNanos + toServerNanos;
        }
        blocked = false;
        return held;
    }

    /** When the server gives up, if what is blocked stays so. */
    long serverDeadlineNanos() {
        return pingNanos() + timeoutNanos;
    }

    /** When the client gives up, if it is never pinged again. */
    long clientDeadlineNanos() {
        return pingedNanos + intervalNanos + timeoutNanos;
    }

    /** The first pong after now of a connection of which nothing is blocked. */
    long nextPongNanos(long nowNanos) {
        return pongNanos > nowNanos
                ? pongNanos
                : pongNanos + ((nowNanos - pongNanos) / cycleNanos() + 1) * cycleNanos();
    }

    private long pingNanos() {
        return pongNanos + intervalNanos;
    }

    private long cycleNanos() {
        return intervalNanos + fromServerNanos + toServerNanos;
    }
}
