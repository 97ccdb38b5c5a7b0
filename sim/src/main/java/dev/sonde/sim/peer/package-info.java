/**
 * Virtual people and their browsers: the WebRTC probe's side of the clients that exist, and the
 * ones that behave badly.
 *
 * <p>Start with {@link dev.sonde.sim.peer.Person}, who opens a {@link dev.sonde.sim.peer.Page}, on
 * which a {@link dev.sonde.sim.peer.ProbeClient} runs. {@link dev.sonde.sim.peer.World} is all they
 * need from outside. Imports protocol, kernel and network.
 */
@NullMarked
package dev.sonde.sim.peer;

import org.jspecify.annotations.NullMarked;
