package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

/** One side of a WebRTC connection between two virtual browsers, with one data channel. */
public interface PeerConnection {

    /** Number of this side, never used again in the run. */
    long number();

    /** Makes an offer; it comes as {@link Listener#onLocalDescription}, candidates follow. */
    void createOffer();

    /**
     * Takes the other side's offer or answer. An offer is answered by
     * {@link Listener#onLocalDescription}. One that does not fit (an answer without an offer, a
     * second offer against an own one) is refused as browsers do, by throwing.
     *
     * @throws IllegalStateException if this side is closed or not waiting for such a description
     */
    void setRemoteDescription(SessionDescription description);

    /**
     * Takes a candidate of the other side.
     *
     * @throws IllegalStateException before a remote description was set, or after closing
     */
    void addRemoteCandidate(IceCandidate candidate);

    /** Sends pings one after another over the open channel; {@link Listener#onMeasured} follows. */
    void measure(int pings, long timeoutNanos, long gapNanos);

    /**
     * Ends a measurement now: {@link Listener#onMeasured} follows with the pings so far; one in
     * flight counts as lost. Does nothing if none is running.
     */
    void stopMeasuring();

    /**
     * The page runs nothing until then: it sees pongs, answers pings and sends its own only
     * afterwards.
     */
    void freeze(long untilNanos);

    /**
     * Closes this side. The other side's ping in flight goes unanswered and waits for its timeout;
     * what it sends after that fails at once and ends its measurement. So does a measurement of
     * this side.
     */
    void close();

    boolean isClosed();

    /** Mean two-way delay of the path in use, without loss, in nanoseconds; -1 if none is open. */
    long trueRttNanos();

    /** {@code host}, {@code srflx}, {@code prflx} or {@code relay}; empty if none is open. */
    String selectedCandidateType();

    /** What a peer connection tells its owner. Never from inside a call that the owner makes. */
    interface Listener {

        void onLocalDescription(SessionDescription description);

        /** A candidate was gathered; null when gathering is complete. */
        void onLocalCandidate(@Nullable IceCandidate candidate);

        /** The data channel is open. */
        void onOpen();

        void onMeasured(Measurement measurement);
    }
}
