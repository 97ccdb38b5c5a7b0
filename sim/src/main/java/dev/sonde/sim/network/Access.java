package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** One person's way to the server: two routes, and the connections that use them. */
final class Access implements EventHandler {

    private static final List<Direction> DIRECTIONS = List.of(Direction.values());

    /** The server's side opens after TCP and TLS, when the upgrade request arrives. */
    private static final int HANDSHAKES_TO_SERVER = 3;

    private static final int HANDSHAKES_FROM_SERVER = 2;

    private final Kernel kernel;
    private final String person;
    private final SignallingSettings settings;
    private final NetworkListener listener;
    private final Route toServer;
    private final Route fromServer;
    private final List<SignallingConnection> connections = new ArrayList<>(1);

    Access(
            Kernel kernel,
            Choices choices,
            String person,
            Profile profile,
            SignallingSettings settings,
            NetworkListener listener) {
        this.kernel = kernel;
        this.person = person;
        this.settings = settings;
        this.listener = listener;
        long rtt = profile.toServer().meanDelayNanos() + profile.fromServer().meanDelayNanos();
        this.toServer = new Route(
                kernel,
                choices,
                person,
                Direction.TO_SERVER,
                profile.toServer(),
                rtt,
                settings.slackNanos());
        this.fromServer = new Route(
                kernel,
                choices,
                person,
                Direction.FROM_SERVER,
                profile.fromServer(),
                rtt,
                settings.slackNanos());
    }

    Kernel kernel() {
        return kernel;
    }

    String person() {
        return person;
    }

    SignallingSettings settings() {
        return settings;
    }

    NetworkListener listener() {
        return listener;
    }

    List<Direction> directions() {
        return DIRECTIONS;
    }

    Route route(Direction direction) {
        return direction == Direction.TO_SERVER ? toServer : fromServer;
    }

    void use(SignallingConnection connection) {
        connections.add(connection);
    }

    void forget(SignallingConnection connection) {
        connections.remove(connection);
    }

    /** From the first packet to the server's side being open; the shortest in adversarial runs. */
    long handshakeNanos() {
        boolean adversarial = kernel.isAdversarial();
        long nanos = 0;
        for (int i = 0; i < HANDSHAKES_TO_SERVER + HANDSHAKES_FROM_SERVER; i++) {
            Route route = i % 2 == 0 ? toServer : fromServer;
            long leg = adversarial ? route.shortestTransitNanos(0) : route.transitNanos(0, i < 2);
            if (leg == Route.GAVE_UP) {
                return Route.GAVE_UP;
            }
            nanos += leg;
        }
        return nanos;
    }

    long handshakeWidthNanos() {
        return HANDSHAKES_TO_SERVER * toServer.widthNanos()
                + HANDSHAKES_FROM_SERVER * fromServer.widthNanos();
    }

    Proof stall(Direction direction, long untilNanos, String rule) {
        Route route = route(direction);
        long until = untilNanos;
        if (route.isStalled()) {
            until = Math.max(until, route.stalledUntilNanos());
        }
        for (SignallingConnection connection : List.copyOf(connections)) {
            connection.beforeStall();
        }
        route.cancelRelease();
        long timer = until == Long.MAX_VALUE
                ? Kernel.NO_EVENT
                : kernel.timer(until, this, direction.ordinal(), null);
        Proof proof = route.stall(until, rule, timer);
        for (SignallingConnection connection : List.copyOf(connections)) {
            connection.stalled(direction, route);
        }
        return proof;
    }

    void release(Direction direction) {
        Route route = route(direction);
        if (!route.isStalled()) {
            return;
        }
        route.release();
        for (SignallingConnection connection : List.copyOf(connections)) {
            connection.released(direction, route.stallRule());
        }
    }

    /** One side of a connection has heard nothing for too long. */
    void givesUp() {
        toServer.givesUp();
        fromServer.givesUp();
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        release(DIRECTIONS.get(what));
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "stall of " + person + " ends, " + DIRECTIONS.get(what);
    }
}
