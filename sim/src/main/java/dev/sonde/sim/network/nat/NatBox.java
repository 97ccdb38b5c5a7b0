package dev.sonde.sim.network.nat;

import dev.sonde.sim.network.NatBehavior;
import dev.sonde.sim.network.NatBehavior.Dependence;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * One NAT in use (RFC 4787). Passive: it learns the time from each call.
 *
 * <p>A mapping is made by the first packet out, kept alive by packets out (REQ-6), and forgotten
 * after its lifetime. What is let in through a mapping follows from what went out through that same
 * mapping, which is how real NATs keep their state.
 */
public final class NatBox {

    /** Nothing is let in here: why a packet from outside goes no further. */
    public enum Refusal {
        /** No mapping has this address, or its lifetime is over. */
        NO_MAPPING,
        /** The mapping is there, but nothing was sent to this sender through it. */
        FILTERED
    }

    private static final int FIRST_FREE_PORT = 1_024;
    private static final int PORTS = 65_536;

    private final NatBehavior behaviour;
    private final int firstAddress;
    private final LongMap<LongMap<Mapping>> outward = new LongMap<>();
    private final LongMap<Mapping> inward = new LongMap<>();
    private int nextPort = FIRST_FREE_PORT;
    private int nextAddress;
    private boolean rebound;
    private Refusal refused = Refusal.NO_MAPPING;

    /** @param firstAddress first of as many public addresses as the behaviour's pool has */
    public NatBox(NatBehavior behaviour, int firstAddress) {
        this.behaviour = behaviour;
        this.firstAddress = firstAddress;
    }

    public NatBehavior behaviour() {
        return behaviour;
    }

    /** Sends a packet out: the source address that the world sees. */
    public long out(long inside, long remote, long nowNanos) {
        Mapping mapping = mapping(inside, remote, nowNanos);
        mapping.used(remote, nowNanos);
        return mapping.outside;
    }

    /**
     * Takes a packet in.
     *
     * @return the address inside, or {@link Endpoint#NONE} if it is refused: {@link #refused()}
     *     says why
     */
    public long in(long outside, long remote, long nowNanos) {
        Mapping mapping = live(inward.get(outside), nowNanos);
        if (mapping == null) {
            refused = Refusal.NO_MAPPING;
            return Endpoint.NONE;
        }
        if (!mapping.letsIn(remote, behaviour.filtering())) {
            refused = Refusal.FILTERED;
            return Endpoint.NONE;
        }
        return mapping.inside;
    }

    /** Why {@link #in} refused the last packet that it refused. */
    public Refusal refused() {
        return refused;
    }

    /**
     * Whose address this is inside, whatever the filter says; {@link Endpoint#NONE} if nobody's.
     */
    public long owner(long outside) {
        Mapping mapping = inward.get(outside);
        return mapping == null ? Endpoint.NONE : mapping.inside;
    }

    /**
     * Forgets all mappings, as a box that was switched off and on, and uses other ports.
     *
     * @return false if there was nothing to forget
     */
    public boolean rebind() {
        boolean forgets = inward.size() > 0;
        outward.retain(mappings -> false);
        inward.retain(mapping -> false);
        nextPort = FIRST_FREE_PORT + (nextPort + PORTS / 4) % (PORTS - FIRST_FREE_PORT);
        nextAddress++;
        rebound = true;
        return forgets;
    }

    private Mapping mapping(long inside, long remote, long nowNanos) {
        long towards = towards(remote);
        LongMap<Mapping> ofSocket = outward.get(inside);
        if (ofSocket == null) {
            forgetDead(nowNanos);
            ofSocket = new LongMap<>();
            outward.put(inside, ofSocket);
        }
        Mapping mapping = live(ofSocket.get(towards), nowNanos);
        if (mapping == null) {
            if (inward.isFull()) {
                inward.retain(old -> live(old, nowNanos) != null);
            }
            mapping = new Mapping(inside, freeOutside(inside, nowNanos));
            ofSocket.put(towards, mapping);
            inward.put(mapping.outside, mapping);
        }
        return mapping;
    }

    private void forgetDead(long nowNanos) {
        if (outward.isFull()) {
            outward.retain(mappings -> {
                mappings.retain(mapping -> live(mapping, nowNanos) != null);
                return mappings.size() > 0;
            });
        }
    }

    private long towards(long remote) {
        return switch (behaviour.mapping()) {
            case ENDPOINT_INDEPENDENT -> 0;
            case ADDRESS_DEPENDENT -> Endpoint.of(Endpoint.address(remote), 0);
            case ADDRESS_AND_PORT_DEPENDENT -> remote;
        };
    }

    private @Nullable Mapping live(@Nullable Mapping mapping, long nowNanos) {
        return mapping != null && nowNanos - mapping.usedNanos <= behaviour.lifetimeNanos()
                ? mapping
                : null;
    }

    private long freeOutside(long inside, long nowNanos) {
        int address = firstAddress + (nextAddress++ % behaviour.poolSize());
        int wanted = Endpoint.port(inside);
        boolean preserves = behaviour.preservesPorts() && !rebound;
        for (int tries = 0; tries < PORTS; tries++) {
            int port = preserves && tries == 0 ? wanted : nextFreePort();
            long outside = Endpoint.of(address, port);
            if (live(inward.get(outside), nowNanos) == null) {
                return outside;
            }
        }
        throw new IllegalStateException("a NAT ran out of its " + PORTS + " ports");
    }

    private int nextFreePort() {
        int port = nextPort;
        nextPort = port + 1 == PORTS ? FIRST_FREE_PORT : port + 1;
        return port;
    }

    /** One inside address as some of the world sees it. */
    private static final class Mapping {

        private final long inside;
        private final long outside;
        private long usedNanos;
        private long[] sentTo = new long[2];
        private int sentCount;

        Mapping(long inside, long outside) {
            this.inside = inside;
            this.outside = outside;
        }

        void used(long remote, long nowNanos) {
            usedNanos = nowNanos;
            for (int i = 0; i < sentCount; i++) {
                if (sentTo[i] == remote) {
                    return;
                }
            }
            if (sentCount == sentTo.length) {
                sentTo = Arrays.copyOf(sentTo, 2 * sentCount);
            }
            sentTo[sentCount++] = remote;
        }

        boolean letsIn(long remote, Dependence filtering) {
            if (filtering == Dependence.ENDPOINT_INDEPENDENT) {
                return true;
            }
            for (int i = 0; i < sentCount; i++) {
                boolean same = filtering == Dependence.ADDRESS_DEPENDENT
                        ? Endpoint.address(sentTo[i]) == Endpoint.address(remote)
                        : sentTo[i] == remote;
                if (same) {
                    return true;
                }
            }
            return false;
        }
    }
}
