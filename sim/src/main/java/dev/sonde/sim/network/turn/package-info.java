/**
 * A TURN server and its client (RFC 8656), passive both.
 *
 * <p>Start with {@link dev.sonde.sim.network.turn.TurnServer}. Imports nat, for endpoints, and
 * transitions.
 */
@NullMarked
package dev.sonde.sim.network.turn;

import org.jspecify.annotations.NullMarked;
