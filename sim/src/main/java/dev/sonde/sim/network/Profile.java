package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

/**
 * The network at one person's place.
 *
 * @param name as in the scenario or the presets
 * @param toServer signalling link, client to server
 * @param fromServer signalling link, server to client
 * @param toPeers added to every path on the media plane, on the way out and on the way in
 * @param baseNanos the person's two-way share of a path, at least 0
 * @param nat what stands between the person and the internet
 * @param carrierNat what the carrier puts between that and the internet, shared by all people of
 *     this profile; null if nothing
 * @param udpBlocked true if only TURN over TCP or TLS gets out
 * @param setupMinNanos least time the machine takes to gather and to process a description
 * @param setupMaxNanos most such time
 */
public record Profile(
        String name,
        LinkSpec toServer,
        LinkSpec fromServer,
        LinkSpec toPeers,
        long baseNanos,
        NatBehavior nat,
        @Nullable NatBehavior carrierNat,
        boolean udpBlocked,
        long setupMinNanos,
        long setupMaxNanos) {

    /**
     * Both NATs as one, which is what flow detail takes them for: a destination is seen from a port
     * of its own if either gives it one, and a packet is let in if both let it in.
     */
    public NatBehavior natAsOne() {
        NatBehavior carrier = carrierNat;
        if (carrier == null || nat.equals(NatBehavior.NONE)) {
            return carrier == null ? nat : carrier;
        }
        return new NatBehavior(
                later(nat.mapping(), carrier.mapping()),
                later(nat.filtering(), carrier.filtering()),
                Math.min(nat.lifetimeNanos(), carrier.lifetimeNanos()),
                nat.hairpin());
    }

    private static NatBehavior.Dependence later(
            NatBehavior.Dependence one, NatBehavior.Dependence other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Without a carrier's NAT. */
    public Profile(
            String name,
            LinkSpec toServer,
            LinkSpec fromServer,
            LinkSpec toPeers,
            long baseNanos,
            NatBehavior nat,
            boolean udpBlocked,
            long setupMinNanos,
            long setupMaxNanos) {
        this(
                name,
                toServer,
                fromServer,
                toPeers,
                baseNanos,
                nat,
                null,
                udpBlocked,
                setupMinNanos,
                setupMaxNanos);
    }
}
