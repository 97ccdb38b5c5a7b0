/**
 * The media plane at packet detail: every STUN message, DTLS flight, SCTP chunk and ping is a
 * datagram that goes through links and NATs in virtual time.
 *
 * <p>Start with {@link dev.sonde.sim.network.packet.PacketMediaPlane}; {@code Fabric} says how a
 * datagram travels, {@code PacketPeerConnection} puts the passive machines of ice, turn and
 * transport together. Imports kernel, network and those rooms.
 */
@NullMarked
package dev.sonde.sim.network.packet;

import org.jspecify.annotations.NullMarked;
