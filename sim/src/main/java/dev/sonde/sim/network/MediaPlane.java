package dev.sonde.sim.network;

/** The plane on which browsers reach each other. One implementation for each level of detail. */
public interface MediaPlane {

    /**
     * Builds a peer connection on a person's machine, as {@code new RTCPeerConnection()} does.
     * Nothing is sent before an offer is made or taken.
     *
     * @param turn true if the page names a TURN server and has credentials for it
     */
    PeerConnection open(String person, boolean turn, PeerConnection.Listener listener);
}
