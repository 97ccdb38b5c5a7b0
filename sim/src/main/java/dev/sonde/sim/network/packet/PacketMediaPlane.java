package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.Host;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.LossRule;
import dev.sonde.sim.network.MediaFaults;
import dev.sonde.sim.network.MediaPlane;
import dev.sonde.sim.network.Paths;
import dev.sonde.sim.network.PeerConnection;
import dev.sonde.sim.network.Proof;
import dev.sonde.sim.network.ice.Candidate;
import dev.sonde.sim.network.ice.CandidatePair;
import dev.sonde.sim.network.nat.LongMap;
import dev.sonde.sim.network.turn.TurnServer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The media plane at packet detail. Whether two people connect, over which pair, how long that
 * takes and what they measure follows from datagrams, links, NATs and timers.
 */
public final class PacketMediaPlane implements MediaPlane {

    private final Kernel kernel;
    private final Choices choices;
    private final Paths paths;
    private final Function<String, Host> hosts;
    private final PacketSettings settings;
    private final PacketListener listener;
    private final MediaFaults faults = new MediaFaults();
    private final Topology topology = new Topology();
    private final Coverage coverage = new Coverage();
    private final Fabric fabric;
    private final TurnServer turn;
    private final Map<String, Integer> liveOf = new LinkedHashMap<>();
    private final LongMap<PacketPeerConnection> live = new LongMap<>();
    private long opened;

    /** @param hosts the machine of each person; asked once per person, at its first connection */
    public PacketMediaPlane(
            Kernel kernel,
            Choices choices,
            Paths paths,
            Function<String, Host> hosts,
            PacketSettings settings,
            PacketListener listener) {
        this.kernel = kernel;
        this.choices = choices;
        this.paths = paths;
        this.hosts = hosts;
        this.settings = settings;
        this.listener = listener;
        this.turn = new TurnServer(coverage.turnServer());
        this.fabric = new Fabric(
                kernel, topology, faults, new ServerSite(kernel, faults, turn), listener);
    }

    @Override
    public PeerConnection open(String person, boolean withTurn, PeerConnection.Listener owner) {
        PacketPeerConnection connection =
                new PacketPeerConnection(this, ++opened, host(person), withTurn, owner);
        live.put(opened, connection);
        liveOf.merge(person, 1, Integer::sum);
        return connection;
    }

    private PacketHost host(String person) {
        PacketHost known = topology.known(person);
        if (known == null) {
            Host host = hosts.apply(person);
            Gateway gateway = topology.gatewayOf(host);
            int address = topology.nextAddress(gateway);
            known = new PacketHost(host, address, gateway, choices, paths);
            topology.add(known);
        }
        return known;
    }

    @Override
    public void forget(String person) {
        // The machine keeps its address and its mappings: packets may still come for it.
    }

    @Override
    public int openConnections(Predicate<String> people) {
        int count = 0;
        for (Map.Entry<String, Integer> person : liveOf.entrySet()) {
            count += people.test(person.getKey()) ? person.getValue() : 0;
        }
        return count;
    }

    @Override
    public Proof turnDown(long untilNanos) {
        return faults.turnDown(kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof lossSpike(String person, double probability, long untilNanos) {
        return faults.lose(person, probability, kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof delaySpike(String person, long extraNanos, long untilNanos) {
        return faults.delay(person, extraNanos, kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof partition(String from, String to, long untilNanos) {
        return faults.cut(from, to, kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof isolate(String person, long untilNanos) {
        return faults.isolate(person, kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof duplicateSpike(String person, double probability, long untilNanos) {
        return faults.duplicate(person, probability, kernel.nowNanos(), untilNanos);
    }

    @Override
    public Proof reorderSpike(String person, double probability, long byNanos, long untilNanos) {
        return faults.reorder(person, probability, byNanos, kernel.nowNanos(), untilNanos);
    }

    @Override
    public void lose(LossRule rule) {
        fabric.lose(rule);
    }

    @Override
    public boolean rebind(String person, boolean carrier) {
        PacketHost host = topology.known(person);
        Gateway at = host == null ? null : host.gateway();
        if (carrier && at != null) {
            at = at.outer();
        }
        return at != null && at.box().rebind();
    }

    /** The candidate pairs of an open connection, best one first, then those given up. */
    public List<CandidatePair> pairs(long connection) {
        PacketPeerConnection known = live.get(connection);
        IceSession ice = known == null ? null : known.ice();
        if (ice == null) {
            return List.of();
        }
        List<CandidatePair> all = new ArrayList<>(ice.agent().pairs());
        all.addAll(ice.agent().removed());
        return all;
    }

    /** Which rules of the machines were used so far. */
    public Coverage coverage() {
        return coverage;
    }

    /** Relayed addresses that are in use. */
    public int allocations() {
        return turn.allocations(kernel.nowNanos());
    }

    Kernel kernel() {
        return kernel;
    }

    Fabric fabric() {
        return fabric;
    }

    Topology topology() {
        return topology;
    }

    PacketSettings settings() {
        return settings;
    }

    PacketListener listener() {
        return listener;
    }

    /** What a candidate that was told stands for; null if nobody gathered it. */
    @Nullable
    Candidate find(IceCandidate told) {
        PacketPeerConnection owner = live.get(told.connection());
        return owner == null ? null : owner.gathered(told.index());
    }

    void forget(PacketPeerConnection connection) {
        live.remove(connection.number());
        liveOf.merge(connection.host().person(), -1, Integer::sum);
    }
}
