package dev.sonde.sim.peer;

import dev.sonde.sim.kernel.Draws;

/**
 * When a Socket.IO client tries again: 1 s doubling, up to one half more or less, at most 5 s
 * (socket.io-client 4, {@code reconnectionDelay}, {@code reconnectionDelayMax},
 * {@code randomizationFactor}).
 */
final class Backoff {

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final int MOST_DOUBLINGS = 10;

    private final Draws draws;
    private int tries;

    Backoff(Draws draws) {
        this.draws = draws;
    }

    /** How long to wait before the next try. */
    long nextNanos() {
        long mean = FIRST_NANOS << tries;
        tries = Math.min(tries + 1, MOST_DOUBLINGS);
        return Math.min(MOST_NANOS, draws.between(mean / 2, mean + mean / 2));
    }

    /** A try succeeded. */
    void reset() {
        tries = 0;
    }
}
