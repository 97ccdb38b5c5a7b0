package dev.sonde.server;

import dev.sonde.protocol.SocketId;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What all connections of one server share. */
final class Switchboard {

    private final Map<String, PoolLoop> loops;
    private final Metrics metrics;
    private final EnumSet<Guard> guards;
    private final boolean countsSignsOfLife;
    private final AtomicLong lastSocket = new AtomicLong();

    /** @param countsSignsOfLife true if answered heartbeats are inputs of the lobby */
    Switchboard(
            Map<String, PoolLoop> loops,
            Metrics metrics,
            Set<Guard> guards,
            boolean countsSignsOfLife) {
        this.loops = loops;
        this.metrics = metrics;
        this.guards = guards.isEmpty() ? EnumSet.noneOf(Guard.class) : EnumSet.copyOf(guards);
        this.countsSignsOfLife = countsSignsOfLife;
    }

    /** The loop of a pool that {@link Doorkeeper} knows. */
    @Nullable
    PoolLoop loop(String pool) {
        return loops.get(pool);
    }

    Metrics metrics() {
        return metrics;
    }

    boolean has(Guard guard) {
        return guards.contains(guard);
    }

    boolean countsSignsOfLife() {
        return countsSignsOfLife;
    }

    SocketId nextSocket() {
        return new SocketId(lastSocket.incrementAndGet());
    }

    long nanos() {
        return System.nanoTime();
    }
}
