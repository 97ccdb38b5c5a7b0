package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** The timers of one connection's {@link Heartbeat}: set only while something is blocked. */
final class Watchdog implements EventHandler {

    private static final int CLIENT_GIVES_UP = 0;
    private static final int SERVER_GIVES_UP = 1;
    private static final int PONG = 2;

    private final Kernel kernel;
    private final Access access;
    private final SignallingConnection connection;
    private final Heartbeat heartbeat;
    private long clientTimer = Kernel.NO_EVENT;
    private long serverTimer = Kernel.NO_EVENT;
    private long pongTimer = Kernel.NO_EVENT;
    private long connectDeadlineNanos;
    private boolean opensTooLate;

    Watchdog(SignallingConnection connection, Access access) {
        this.kernel = access.kernel();
        this.access = access;
        this.connection = connection;
        this.heartbeat = new Heartbeat(
                access.settings(),
                access.route(Direction.TO_SERVER).meanNanos(),
                access.route(Direction.FROM_SERVER).meanNanos());
    }

    void opening(long nowNanos, long opensNanos) {
        connectDeadlineNanos = nowNanos + access.settings().connectTimeoutNanos();
        opensTooLate = opensNanos >= connectDeadlineNanos;
    }

    void serverOpened() {
        heartbeat.serverOpened(kernel.nowNanos());
        if (blockedUntilNanos(Direction.FROM_SERVER) > 0) {
            heartbeat.block(kernel.nowNanos(), false);
        }
    }

    void clientOpened() {
        heartbeat.clientOpened(kernel.nowNanos());
        connectDeadlineNanos = 0;
    }

    /** Called before a direction becomes blocked, and when one may be already. */
    void block() {
        heartbeat.block(kernel.nowNanos(), blockedUntilNanos(Direction.FROM_SERVER) == 0);
    }

    /** Called when a direction is not blocked any more; true if that had held up a sign of life. */
    boolean unblock() {
        return blockedUntilNanos(Direction.TO_SERVER) == 0
                && blockedUntilNanos(Direction.FROM_SERVER) == 0
                && heartbeat.unblock(kernel.nowNanos());
    }

    /** Sets exactly those timers that are needed now. */
    void watch(boolean clientListens, boolean serverListens) {
        clientTimer = cancelled(clientTimer);
        serverTimer = cancelled(serverTimer);
        pongTimer = cancelled(pongTimer);
        long pingsBlocked = blockedUntilNanos(Direction.FROM_SERVER);
        long anyBlocked = Math.max(pingsBlocked, blockedUntilNanos(Direction.TO_SERVER));
        if (clientListens && connection.isConnecting()) {
            if (opensTooLate || anyBlocked > connectDeadlineNanos) {
                clientTimer = set(connectDeadlineNanos, CLIENT_GIVES_UP);
            }
        } else if (clientListens && pingsBlocked > heartbeat.clientDeadlineNanos()) {
            clientTimer = set(heartbeat.clientDeadlineNanos(), CLIENT_GIVES_UP);
        }
        if (serverListens && anyBlocked > heartbeat.serverDeadlineNanos()) {
            serverTimer = set(heartbeat.serverDeadlineNanos(), SERVER_GIVES_UP);
        }
        if (serverListens && anyBlocked == 0 && access.settings().heardBeats()) {
            pongTimer = set(heartbeat.nextPongNanos(kernel.nowNanos()), PONG);
        }
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        switch (what) {
            case CLIENT_GIVES_UP -> connection.clientTimedOut();
            case SERVER_GIVES_UP -> connection.serverTimedOut();
            default -> {
                pongTimer = set(heartbeat.nextPongNanos(kernel.nowNanos()), PONG);
                connection.heard();
            }
        }
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return switch (what) {
            case CLIENT_GIVES_UP -> connection.person() + " gives up the connection";
            case SERVER_GIVES_UP -> "server gives up on " + connection.person();
            default -> "pong of " + connection.person();
        };
    }

    /** Until when a direction carries nothing; 0 if it does. */
    private long blockedUntilNanos(Direction direction) {
        if (connection.isSilent()) {
            return Long.MAX_VALUE;
        }
        Route route = access.route(direction);
        return route.isStalled() ? route.stalledUntilNanos() : 0;
    }

    private long set(long dueNanos, int what) {
        return kernel.timer(dueNanos, this, what, null);
    }

    private long cancelled(long timer) {
        if (timer != Kernel.NO_EVENT) {
            kernel.cancel(timer);
        }
        return Kernel.NO_EVENT;
    }
}
