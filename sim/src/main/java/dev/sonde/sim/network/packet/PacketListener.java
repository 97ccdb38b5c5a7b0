package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.LossRule;

/** Hears what happens on the media plane at packet detail. */
public interface PacketListener {

    /** Hears nothing. */
    PacketListener NOBODY = new PacketListener() {
        @Override
        public void milestone(String person, long connection, Object what) {
            // Nobody listens.
        }
    };

    /**
     * A candidate was gathered, a pair worked or failed, a handshake ended.
     *
     * @param connection number of the peer connection that it happened to
     * @param what in words, or a {@link CandidateNews} that can be put into words
     */
    void milestone(String person, long connection, Object what);

    /** A fault lost a datagram that this person sent, or that the server sent to this person. */
    default void lost(String person, LossRule rule) {}

    /** True if {@link #datagram} is to be called. */
    default boolean hearsDatagrams() {
        return false;
    }

    /**
     * One datagram was sent, arrived, or went no further.
     *
     * @param person whose machine sent it or got it; {@code server} for the STUN and TURN server
     * @param fate {@code sent}, {@code arrived}, or why it went no further
     */
    default void datagram(String person, String datagram, String fate) {}
}
