/**
 * The seam between the bench and the protocols that it tests: what a protocol pack has to give, how
 * packs are found, and what all of them may build on.
 *
 * <p>Start with {@link dev.sonde.sim.pack.ProtocolPack}. Knows no protocol. Imports scenario,
 * explore, outcome, trace and kernel; a pack imports this, and this imports no pack.
 */
@NullMarked
package dev.sonde.sim.pack;

import org.jspecify.annotations.NullMarked;
