package dev.sonde.sim.network;

/**
 * Which people can reach each other at all, and how far apart they then are: without loss, faults
 * or bad luck.
 */
public final class Reach {

    /** The two cannot reach each other. */
    public static final long NONE = -1;

    private static final int ALL = Connectivity.HOST | Connectivity.SRFLX | Connectivity.RELAY;

    private final Paths paths;

    public Reach(Paths paths) {
        this.paths = paths;
    }

    /**
     * The mean round trip over the best route there is, in nanoseconds, or {@link #NONE}.
     *
     * @param oneRelays whether this side has a relayed address
     * @param otherRelays whether the other side has one
     */
    public long meanRttNanos(Host one, boolean oneRelays, Host other, boolean otherRelays) {
        int routes = Connectivity.routes(one, oneRelays, ALL, other, otherRelays, ALL);
        if (routes == 0) {
            return NONE;
        }
        long links = 2
                * (one.profile().toPeers().meanDelayNanos()
                        + other.profile().toPeers().meanDelayNanos());
        long wires = MediaRoute.bestOf(routes).isRelayed()
                ? 2 * (paths.toTurnNanos(one.person()) + paths.toTurnNanos(other.person()))
                : paths.oneWayNanos(one.person(), other.person())
                        + paths.oneWayNanos(other.person(), one.person());
        return links + wires;
    }
}
