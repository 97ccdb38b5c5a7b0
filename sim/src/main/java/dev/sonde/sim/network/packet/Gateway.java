package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.nat.Endpoint;
import dev.sonde.sim.network.nat.NatBox;

import org.jspecify.annotations.Nullable;

/**
 * A NAT where it stands.
 *
 * @param box the NAT itself
 * @param block of its outer addresses: {@link Endpoint#PUBLIC}, or {@link Endpoint#CARRIER} behind
 *     another one
 * @param first the first of its outer addresses
 * @param outer the next NAT on the way out; null if there is none
 */
record Gateway(NatBox box, int block, int first, @Nullable Gateway outer) {

    boolean owns(int address) {
        return address >= first && address < first + box.behaviour().poolSize();
    }
}
