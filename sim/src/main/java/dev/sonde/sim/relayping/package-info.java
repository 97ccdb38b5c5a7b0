/**
 * The second protocol pack, {@code relay-ping}: no WebRTC; the server sends both members of a pair
 * timestamps, both echo them, and the two halves together are the estimate of the pair's RTT.
 *
 * <p>Start with {@link dev.sonde.sim.relayping.Coordinator}, the machine under test, then
 * {@link dev.sonde.sim.relayping.RelayPingPack}. Imports pack and what packs build on; nothing of
 * another pack but the people of a scenario as they are drawn.
 */
@NullMarked
package dev.sonde.sim.relayping;

import org.jspecify.annotations.NullMarked;
