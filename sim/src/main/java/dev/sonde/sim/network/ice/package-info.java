/**
 * An ICE agent (RFC 8445, trickle as in RFC 8838), passive: every input carries its time, outputs
 * go to a sink, and one deadline says when it wants to be woken.
 *
 * <p>Start with {@link dev.sonde.sim.network.ice.IceAgent}; the rules are tables in
 * {@code PairTable} and {@code AgentTable}, the numbers are an
 * {@link dev.sonde.sim.network.ice.IceProfile}. Imports nat, for endpoints, and transitions.
 */
@NullMarked
package dev.sonde.sim.network.ice;

import org.jspecify.annotations.NullMarked;
