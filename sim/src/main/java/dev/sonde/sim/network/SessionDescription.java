package dev.sonde.sim.network;

/**
 * An offer or an answer, down to what matters here.
 *
 * @param offer true for an offer, false for an answer
 * @param connection number of the {@link PeerConnection} that made it
 * @param answers for an answer, the number of the connection whose offer it answers; 0 for an offer
 * @param sizeBytes what it would take on the wire
 */
public record SessionDescription(boolean offer, long connection, long answers, int sizeBytes) {}
