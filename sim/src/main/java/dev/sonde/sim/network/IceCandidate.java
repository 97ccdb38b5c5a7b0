package dev.sonde.sim.network;

/**
 * One gathered candidate (RFC 8445, section 5.1), down to what matters here.
 *
 * @param type {@code host}, {@code srflx} or {@code relay}
 * @param connection number of the {@link PeerConnection} that gathered it
 * @param index counts the candidates of one connection from 1
 * @param sizeBytes what it would take on the wire
 */
public record IceCandidate(String type, long connection, int index, int sizeBytes) {}
