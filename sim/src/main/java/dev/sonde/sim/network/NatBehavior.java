package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

/**
 * How a NAT maps and filters UDP (RFC 4787, sections 4 and 5).
 *
 * @param mapping when two destinations are seen from the same public port
 * @param filtering from whom packets are let in through a mapping
 * @param lifetimeNanos how long an unused mapping lives, more than 0
 * @param hairpin true if two people behind it can reach each other by their public addresses
 * @param preservesPorts true if a mapping has the port of the socket inside where that is free
 * @param poolSize how many public addresses it has, at least 1; each new mapping takes the next one
 *     (IP address pooling is "arbitrary")
 */
public record NatBehavior(
        Dependence mapping,
        Dependence filtering,
        long lifetimeNanos,
        boolean hairpin,
        boolean preservesPorts,
        int poolSize) {

    /** On what of the other endpoint a behaviour depends. */
    public enum Dependence {
        ENDPOINT_INDEPENDENT,
        ADDRESS_DEPENDENT,
        ADDRESS_AND_PORT_DEPENDENT
    }

    private static final long DEFAULT_LIFETIME_NANOS = 120 * 1_000_000_000L;

    /** Ports preserved, one public address. */
    public NatBehavior(
            Dependence mapping, Dependence filtering, long lifetimeNanos, boolean hairpin) {
        this(mapping, filtering, lifetimeNanos, hairpin, true, 1);
    }

    /** @throws IllegalArgumentException if there is no public address, or no time to live */
    public NatBehavior {
        if (poolSize < 1 || lifetimeNanos < 1) {
            throw new IllegalArgumentException("a NAT has at least one public address and keeps "
                    + "mappings for some time, not " + poolSize + " and " + lifetimeNanos + " ns");
        }
    }

    /** No NAT at all: the host's own address is public. */
    public static final NatBehavior NONE = new NatBehavior(
            Dependence.ENDPOINT_INDEPENDENT, Dependence.ENDPOINT_INDEPENDENT, Long.MAX_VALUE, true);

    public static final NatBehavior FULL_CONE =
            of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ENDPOINT_INDEPENDENT);
    public static final NatBehavior RESTRICTED_CONE =
            of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ADDRESS_DEPENDENT);
    public static final NatBehavior PORT_RESTRICTED =
            of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ADDRESS_AND_PORT_DEPENDENT);
    public static final NatBehavior SYMMETRIC =
            of(Dependence.ADDRESS_AND_PORT_DEPENDENT, Dependence.ADDRESS_AND_PORT_DEPENDENT);

    // Compared for each candidate that arrives; the lifetime tells most of them apart.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NatBehavior nat
                        && lifetimeNanos == nat.lifetimeNanos
                        && mapping == nat.mapping
                        && filtering == nat.filtering
                        && hairpin == nat.hairpin
                        && preservesPorts == nat.preservesPorts
                        && poolSize == nat.poolSize);
    }

    @Override
    public int hashCode() {
        return 3 * mapping.ordinal() + filtering.ordinal();
    }

    private static NatBehavior of(Dependence mapping, Dependence filtering) {
        return new NatBehavior(mapping, filtering, DEFAULT_LIFETIME_NANOS, false);
    }
}
