package dev.sonde.sim.network;

import dev.sonde.sim.network.NatBehavior.Dependence;

/**
 * Whether two UDP sockets reach each other, found by sending packets until nothing new happens.
 *
 * <p>Each side sends connectivity checks to every address of the other that it knows: the one in
 * the candidate that reached it, and those it learned from arriving checks (peer-reflexive
 * candidates, RFC 8445, section 7.3.1.3). A NAT gives a packet its source address by its mapping,
 * and lets one in through a mapping by what was sent out <em>through that same mapping</em> (RFC
 * 4787, sections 4.1 and 5; the way real NATs keep their state). A check succeeds if it arrives and
 * its answer comes from the address that it was sent to (RFC 8445, section 7.2.5.2.1); that is the
 * case if the receiver's NAT maps the sender's address to this one.
 *
 * <p>The addresses of one socket are numbered: 0 is the one that the STUN server saw and the
 * candidate tells; 1 is the mapping towards the other's IP address; 2 + n is the mapping towards
 * the other's address number n.
 */
final class HolePunching {

    /** How one socket meets the world. */
    record Door(Dependence mapping, Dependence filtering, boolean relay) {

        /**
         * A relayed address (RFC 8656): one port for all, open to the IP addresses with a
         * permission.
         */
        static final Door RELAY =
                new Door(Dependence.ENDPOINT_INDEPENDENT, Dependence.ADDRESS_DEPENDENT, true);

        static Door of(NatBehavior nat) {
            return new Door(nat.mapping(), nat.filtering(), false);
        }
    }

    /** Set if the two reach each other. */
    static final int WORKS = 1;

    /** Set if the first side is seen at the address that its candidate told. */
    static final int FIRST_AS_TOLD = 2;

    /** Set if the second side is seen at the address that its candidate told. */
    static final int SECOND_AS_TOLD = 4;

    // Two NATs that map by address and port make a new address for each one they learn, for ever;
    // such a
    // chain never closes, because the check that would close it needs an address that contains
    // itself.
    private static final int ADDRESSES = 16;

    private final Door[] doors;
    private final boolean[] told;
    /** Per side, the other's addresses that it knows, as bits. */
    private final int[] known;
    /** Per side and own address, where packets went out to through it, as bits. */
    private final int[][] sent = new int[2][ADDRESSES];

    private HolePunching(Door first, Door second, boolean firstKnows, boolean secondKnows) {
        doors = new Door[] {first, second};
        told = new boolean[] {firstKnows, secondKnows};
        known = new int[] {firstKnows ? 1 : 0, secondKnows ? 1 : 0};
    }

    /**
     * @param firstKnows true if the second side's candidate reached the first side
     * @param secondKnows true if the first side's candidate reached the second side
     * @return 0, or {@link #WORKS} and how the sides are seen
     */
    static int punch(Door first, Door second, boolean firstKnows, boolean secondKnows) {
        return new HolePunching(first, second, firstKnows, secondKnows).run();
    }

    private int run() {
        boolean more = true;
        while (more) {
            more = sendAll(0);
            more |= sendAll(1);
            for (int side = 0; side < 2; side++) {
                for (int source = 0; source < ADDRESSES; source++) {
                    for (int target = 0; target < ADDRESSES; target++) {
                        if ((sent[side][source] & (1 << target)) == 0
                                || !letsIn(1 - side, target, source)) {
                            continue;
                        }
                        if (mapped(1 - side, source) == target) {
                            return seenAt(side, source, target);
                        }
                        more |= (known[1 - side] & (1 << source)) == 0;
                        known[1 - side] |= 1 << source;
                    }
                }
            }
        }
        return 0;
    }

    private boolean sendAll(int side) {
        boolean any = false;
        for (int target = 0; target < ADDRESSES; target++) {
            int source = mapped(side, target);
            if ((known[side] & (1 << target)) != 0
                    && source < ADDRESSES
                    && (sent[side][source] & (1 << target)) == 0) {
                sent[side][source] |= 1 << target;
                any = true;
            }
        }
        return any;
    }

    private int mapped(int side, int target) {
        return switch (doors[side].mapping) {
            case ENDPOINT_INDEPENDENT -> 0;
            case ADDRESS_DEPENDENT -> 1;
            case ADDRESS_AND_PORT_DEPENDENT -> 2 + target;
        };
    }

    private boolean letsIn(int side, int address, int source) {
        if (doors[side].relay) {
            // Its owner asks for a permission for each candidate it is told, and for nothing else.
            return told[side];
        }
        return switch (doors[side].filtering) {
            case ENDPOINT_INDEPENDENT -> address == 0 || sent[side][address] != 0;
            case ADDRESS_DEPENDENT -> sent[side][address] != 0;
            case ADDRESS_AND_PORT_DEPENDENT -> (sent[side][address] & (1 << source)) != 0;
        };
    }

    private static int seenAt(int side, int source, int target) {
        int first = side == 0 ? source : target;
        int second = side == 0 ? target : source;
        return WORKS | (first == 0 ? FIRST_AS_TOLD : 0) | (second == 0 ? SECOND_AS_TOLD : 0);
    }
}
