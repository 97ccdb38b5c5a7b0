package dev.sonde.sim.network;

/**
 * A way from the offerer of a connection to its answerer, best one first: pair priority (RFC 8445,
 * section 6.1.2.3) puts host before reflexive before relayed candidates, and of two pairs with one
 * relay the one in which the controlling side's candidate is the better.
 */
enum MediaRoute {
    /** Host candidates in one network. */
    LAN,
    /** From socket to socket, through both NATs. */
    DIRECT,
    /** From the offerer's socket to the answerer's relayed address. */
    ANSWERER_RELAYS,
    /** From the offerer's relayed address to the answerer's socket. */
    OFFERER_RELAYS,
    /** From relayed address to relayed address. */
    BOTH_RELAY;

    private static final MediaRoute[] ALL = values();

    int bit() {
        return 1 << ordinal();
    }

    /** The best of these; there must be one. */
    static MediaRoute bestOf(int bits) {
        return ALL[Integer.numberOfTrailingZeros(bits)];
    }

    boolean isRelayed() {
        return compareTo(DIRECT) > 0;
    }

    boolean isRelayedBy(boolean offerer) {
        return this == BOTH_RELAY || this == (offerer ? OFFERER_RELAYS : ANSWERER_RELAYS);
    }
}
