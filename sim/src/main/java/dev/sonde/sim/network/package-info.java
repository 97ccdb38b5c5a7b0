/**
 * What lies between people and the server, and between people: links, ordered connections, rules,
 * paths, NAT, TURN. Knows no probe protocol; messages are objects with a size.
 *
 * <p>Start with {@link dev.sonde.sim.network.SignallingConnection} (client and server) and
 * {@link dev.sonde.sim.network.MediaPlane} (client and client). Imports kernel.
 */
@NullMarked
package dev.sonde.sim.network;

import org.jspecify.annotations.NullMarked;
