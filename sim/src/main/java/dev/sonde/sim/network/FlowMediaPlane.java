package dev.sonde.sim.network;

import dev.sonde.sim.kernel.Choices;
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
    public Proof turnDown(long untilNanos) {
        return changedBy(faults.turnDown(kernel.nowNanos(), untilNanos));
    }

    @Override
    public Proof lossSpike(String person, double probability, long untilNanos) {
        return changedBy(faults.lose(person, probability, kernel.nowNanos(), untilNanos));
    }

    @Override
    public Proof delaySpike(String person, long extraNanos, long untilNanos) {
        return changedBy(faults.delay(person, extraNanos, kernel.nowNanos(), untilNanos));
    }

    @Override
    public Proof partition(String from, String to, long untilNanos) {
        return changedBy(faults.cut(from, to, kernel.nowNanos(), untilNanos));
    }

    @Override
    public Proof isolate(String person, long untilNanos) {
        return changedBy(faults.isolate(person, kernel.nowNanos(), untilNanos));
    }

    @Override
    public Proof duplicateSpike(String person, double probability, long untilNanos) {
        // Scenarios with such a fault are refused at this detail.
        return new Proof();
    }

    @Override
    public Proof reorderSpike(String person, double probability, long byNanos, long untilNanos) {
        // Scenarios with such a fault are refused at this detail.
        return new Proof();
    }

    @Override
    public void lose(LossRule rule) {
        // Scenarios with such rules are refused at this detail.
    }

    @Override
    public boolean rebind(String person, boolean carrier) {
        return false;
    }

    private Proof changedBy(Proof fault) {
        List<FlowPeerConnection> all = new ArrayList<>(live.values());
        all.forEach(FlowPeerConnection::changed);
        return fault;
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
        if (faults.losesNothing()) {
            return false;
        }
        if (route.isRelayed() && faults.isTurnDown(atNanos)) {
            return true;
        }
        return faults.loses(from.faults, from.host.person(), to.host.person(), atNanos);
    }
}
