package dev.sonde.sim.network;

import dev.sonde.sim.network.HolePunching.Door;
import dev.sonde.sim.network.NatBehavior.Dependence;

/**
 * Which {@link MediaRoute}s work between two people, given what stands between them and which
 * candidates reached whom. A pure function; {@link HolePunching} derives the tables when the class
 * is loaded.
 */
final class Connectivity {

    /** Bits for the candidates of one side. */
    static final int HOST = 1;

    static final int SRFLX = 2;
    static final int RELAY = 4;

    private static final int NO_NAT = 9;
    private static final int RELAY_DOOR = 10;
    private static final int DOORS = 11;
    private static final byte[] PUNCHED = punchAll();

    private Connectivity() {}

    /**
     * One side of a pair.
     *
     * @param host whose side it is
     * @param relays true once a TURN server gave this side a relayed address
     * @param heard the other side's candidates that reached this side, as bits
     */
    record Side(Host host, boolean relays, int heard) {}

    /** The routes that work, as {@link MediaRoute#bit()}s. */
    static int routes(Side offerer, Side answerer) {
        return routes(
                offerer.host,
                offerer.relays,
                offerer.heard,
                answerer.host,
                answerer.relays,
                answerer.heard);
    }

    /** As {@link #routes(Side, Side)}, without objects for those who ask often. */
    static int routes(
            Host offerer,
            boolean offererRelays,
            int offererHeard,
            Host answerer,
            boolean answererRelays,
            int answererHeard) {
        boolean sameLan = !offerer.lan().isEmpty() && offerer.lan().equals(answerer.lan());
        int bits = 0;
        // Inside one network nothing filters, so it is enough that one side knows the other.
        if (sameLan && ((offererHeard | answererHeard) & HOST) != 0) {
            bits |= MediaRoute.LAN.bit();
        }
        boolean offererKnows = (offererHeard & publicCandidate(answerer)) != 0;
        boolean answererKnows = (answererHeard & publicCandidate(offerer)) != 0;
        boolean offererOut = !offerer.profile().udpBlocked();
        boolean answererOut = !answerer.profile().udpBlocked();
        boolean turnsBack = !sameLan || offerer.profile().nat().hairpin();
        int offererDoor = door(offerer);
        int answererDoor = door(answerer);
        if (offererOut
                && answererOut
                && turnsBack
                && works(offererDoor, answererDoor, offererKnows, answererKnows)) {
            bits |= MediaRoute.DIRECT.bit();
        }
        boolean offererKnowsRelay = (offererHeard & RELAY) != 0;
        boolean answererKnowsRelay = (answererHeard & RELAY) != 0;
        if (answererRelays
                && offererOut
                && works(offererDoor, RELAY_DOOR, offererKnowsRelay, answererKnows)) {
            bits |= MediaRoute.ANSWERER_RELAYS.bit();
        }
        if (offererRelays
                && answererOut
                && works(RELAY_DOOR, answererDoor, offererKnows, answererKnowsRelay)) {
            bits |= MediaRoute.OFFERER_RELAYS.bit();
        }
        if (offererRelays
                && answererRelays
                && works(RELAY_DOOR, RELAY_DOOR, offererKnowsRelay, answererKnowsRelay)) {
            bits |= MediaRoute.BOTH_RELAY.bit();
        }
        return bits;
    }

    /** Type of the local candidate that one side ends up with when both know all of each other. */
    static String localType(MediaRoute route, boolean offerer, Host own, Host other) {
        if (route == MediaRoute.LAN) {
            return "host";
        }
        if (route.isRelayedBy(offerer)) {
            return "relay";
        }
        if (isPublic(own)) {
            return "host";
        }
        int otherDoor = route.isRelayedBy(!offerer) ? RELAY_DOOR : door(other);
        int punched = PUNCHED[index(door(own), otherDoor, true, true)];
        return (punched & HolePunching.FIRST_AS_TOLD) != 0 ? "srflx" : "prflx";
    }

    /** True if the host's own address is reachable from everywhere, as far as its NAT goes. */
    static boolean isPublic(Host host) {
        return host.profile().carrierNat() == null && host.profile().nat().equals(NatBehavior.NONE);
    }

    static int publicCandidate(Host host) {
        return isPublic(host) ? HOST : SRFLX;
    }

    private static boolean works(int first, int second, boolean firstKnows, boolean secondKnows) {
        return PUNCHED[index(first, second, firstKnows, secondKnows)] != 0;
    }

    private static int door(Host host) {
        NatBehavior nat = host.profile().natAsOne();
        return nat.equals(NatBehavior.NONE)
                ? NO_NAT
                : nat.mapping().ordinal() * 3 + nat.filtering().ordinal();
    }

    private static int index(int first, int second, boolean firstKnows, boolean secondKnows) {
        return ((first * DOORS + second) * 2 + (firstKnows ? 1 : 0)) * 2 + (secondKnows ? 1 : 0);
    }

    private static byte[] punchAll() {
        byte[] table = new byte[DOORS * DOORS * 4];
        for (int first = 0; first < DOORS; first++) {
            for (int second = 0; second < DOORS; second++) {
                for (int knows = 0; knows < 4; knows++) {
                    boolean firstKnows = (knows & 2) != 0;
                    boolean secondKnows = (knows & 1) != 0;
                    table[index(first, second, firstKnows, secondKnows)] =
                            (byte) HolePunching.punch(
                                    doorOf(first), doorOf(second), firstKnows, secondKnows);
                }
            }
        }
        return table;
    }

    private static Door doorOf(int number) {
        if (number == RELAY_DOOR) {
            return Door.RELAY;
        }
        if (number == NO_NAT) {
            return Door.of(NatBehavior.NONE);
        }
        Dependence[] dependences = Dependence.values();
        return new Door(dependences[number / 3], dependences[number % 3], false);
    }
}
