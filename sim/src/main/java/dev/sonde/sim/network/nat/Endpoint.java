package dev.sonde.sim.network.nat;

/**
 * An IPv4 address with a port, as one number: nothing is allocated where packets are rewritten.
 *
 * <p>Each kind of address has a block of its own, and addresses of a block are counted, so that an
 * address leads to its owner without a look-up table.
 */
public final class Endpoint {

    /** No endpoint at all. */
    public static final long NONE = 0;

    /** Addresses of people's own machines behind a NAT: 10.0.0.0 and on. */
    public static final int PRIVATE = 10 << 24;

    /** Addresses between a home's NAT and its carrier's: 100.64.0.0 and on (RFC 6598). */
    public static final int CARRIER = (100 << 24) | (64 << 16);

    /** Public addresses of NATs and of people without one: 203.0.113.0 and on. */
    public static final int PUBLIC = (203 << 24) | (113 << 8);

    /** The STUN and TURN server: 198.51.100.1. */
    public static final int SERVER = (198 << 24) | (51 << 16) | (100 << 8) | 1;

    /** Most addresses in one block. */
    public static final int BLOCK = 1 << 22;

    private static final int PORT_BITS = 16;
    private static final int PORT_MASK = 0xFFFF;

    private Endpoint() {}

    public static long of(int address, int port) {
        return ((long) address << PORT_BITS) | port;
    }

    public static int address(long endpoint) {
        return (int) (endpoint >> PORT_BITS);
    }

    public static int port(long endpoint) {
        return (int) endpoint & PORT_MASK;
    }

    /** Number of an address within a block, or -1 if it is of another block. */
    public static int indexIn(int block, int address) {
        int index = address - block;
        return index >= 0 && index < BLOCK ? index : -1;
    }

    /** As people write it, {@code 203.0.113.7:50000}. */
    public static String text(long endpoint) {
        int address = address(endpoint);
        return (address >>> 24)
                + "."
                + ((address >>> 16) & 0xFF)
                + "."
                + ((address >>> 8) & 0xFF)
                + "."
                + (address & 0xFF)
                + ":"
                + port(endpoint);
    }
}
