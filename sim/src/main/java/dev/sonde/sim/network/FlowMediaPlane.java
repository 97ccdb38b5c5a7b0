package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The media plane at flow detail: how and when two browsers connect, and what their pings take, is
 * worked out in a handful of events per connection. {@link Handshake} says what is left out.
 */
public final class FlowMediaPlane implements MediaPlane {

    private final Kernel kernel;
    private final Choices choices;
    private final Paths paths;
    private final Function<String, Host> hosts;
    private final MediaFaults faults = new MediaFaults();
    private final Map<String, FlowHost> used = new LinkedHashMap<>();
    private final Map<Long, FlowPeerConnection> live = new LinkedHashMap<>();
    private long opened;

    /** @param hosts the machine of each person; asked once per person, at its first connection */
    public FlowMediaPlane(
            Kernel kernel, Choices choices, Paths paths, Function<String, Host> hosts) {
        this.kernel = kernel;
        this.choices = choices;
        this.paths = paths;
        this.hosts = hosts;
    }

    @Override
    public PeerConnection open(String person, boolean turn, PeerConnection.Listener listener) {
        FlowHost host = used.get(person);
        if (host == null) {
            host = new FlowHost(hosts.apply(person), choices, paths);
            used.put(person, host);
        }
        FlowPeerConnection connection =
                new FlowPeerConnection(this, ++opened, host, turn, listener);
        live.put(opened, connection);
        return connection;
    }

    @Override
    public void forget(String person) {
        used.remove(person);
    }

    /** Connections that are not closed. */
    public int openConnections() {
        return live.size();
    }

    @Override
    public int openConnections(Predicate<String> people) {
        int open = 0;
        for (FlowPeerConnection connection : live.values()) {
            open += people.test(connection.person()) ? 1 : 0;
        }
        return open;
    }

    @Override
    public void turnDown(long untilNanos) {
        faults.turnDown(kernel.nowNanos(), untilNanos);
        changed();
    }

    @Override
    public void lossSpike(String person, double probability, long untilNanos) {
        faults.lose(person, probability, kernel.nowNanos(), untilNanos);
        changed();
    }

    @Override
    public void delaySpike(String person, long extraNanos, long untilNanos) {
        faults.delay(person, extraNanos, kernel.nowNanos(), untilNanos);
        changed();
    }

    @Override
    public void partition(String from, String to, long untilNanos) {
        faults.cut(from, to, kernel.nowNanos(), untilNanos);
        changed();
    }

    @Override
    public void isolate(String person, long untilNanos) {
        faults.isolate(person, kernel.nowNanos(), untilNanos);
        changed();
    }

    @Override
    public void lose(LossRule rule) {
        // Scenarios with such rules are refused at this detail.
    }

    @Override
    public boolean rebind(String person, boolean carrier) {
        return false;
    }

    private void changed() {
        List<FlowPeerConnection> all = new ArrayList<>(live.values());
        all.forEach(FlowPeerConnection::changed);
    }

    Kernel kernel() {
        return kernel;
    }

    Paths paths() {
        return paths;
    }

    IceTimers timers() {
        return IceTimers.CHROME;
    }

    @Nullable
    FlowPeerConnection find(long number) {
        return live.get(number);
    }

    void forget(FlowPeerConnection connection) {
        live.remove(connection.number());
    }

    boolean isTurnDown() {
        return faults.isTurnDown(kernel.nowNanos());
    }

    /** How much longer than the links say a packet takes. */
    long extraNanos(FlowHost from, FlowHost to, long atNanos) {
        return faults.extraNanos(from.host.person(), to.host.person(), atNanos);
    }

    boolean isLost(MediaRoute route, FlowHost from, FlowHost to, long atNanos) {
        if (faults.none()) {
            return false;
        }
        if (route.isRelayed() && faults.isTurnDown(atNanos)) {
            return true;
        }
        Draws draws = from.faults;
        return draws.chance(faults.lossProbability(from.host.person(), to.host.person(), atNanos));
    }
}
