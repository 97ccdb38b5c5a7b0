/**
 * Addresses and the boxes that rewrite them (RFC 4787). Passive: a box is asked what becomes of a
 * packet at an instant.
 *
 * <p>Start with {@link dev.sonde.sim.network.nat.NatBox}. Imports network, for how a NAT behaves.
 */
@NullMarked
package dev.sonde.sim.network.nat;

import org.jspecify.annotations.NullMarked;
