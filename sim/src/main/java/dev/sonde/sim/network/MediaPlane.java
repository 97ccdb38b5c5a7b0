package dev.sonde.sim.network;

import java.util.function.Predicate;

/** The plane on which browsers reach each other. One implementation for each level of detail. */
public interface MediaPlane {

    /**
     * Builds a peer connection on a person's machine, as {@code new RTCPeerConnection()} does.
     * Nothing is sent before an offer is made or taken.
     *
     * @param turn true if the page names a TURN server and has credentials for it
     */
    PeerConnection open(String person, boolean turn, PeerConnection.Listener listener);

    /**
     * Lets go of what is kept for a person who will open no connection any more; those that are
     * open go on.
     */
    void forget(String person);

    /** Connections that are not closed, of these people only. */
    int openConnections(Predicate<String> people);

    /** No TURN server answers or relays from now until then. */
    Proof turnDown(long untilNanos);

    /**
     * Every packet to or from one person is lost with this probability more, from now until then.
     *
     * @param probability 0 to 1
     */
    Proof lossSpike(String person, double probability, long untilNanos);

    /** Every packet to or from one person takes so much longer, from now until then. */
    Proof delaySpike(String person, long extraNanos, long untilNanos);

    /**
     * Every packet to or from one person arrives twice with this probability, from now until then.
     * At flow detail there are none, and the fault has no effect.
     *
     * @param probability 0 to 1
     */
    Proof duplicateSpike(String person, double probability, long untilNanos);

    /**
     * Every packet to or from one person is held back with this probability, from now until then,
     * so that others overtake it. At flow detail there are none, and the fault has no effect.
     *
     * @param probability 0 to 1
     * @param byNanos how long it is held back
     */
    Proof reorderSpike(String person, double probability, long byNanos, long untilNanos);

    /**
     * Nothing gets from one person to the other, from now until then; the way back is not touched.
     */
    Proof partition(String from, String to, long untilNanos);

    /** Nothing gets to or from one person on the media plane, from now until then. */
    Proof isolate(String person, long untilNanos);

    /** Loses single datagrams. At flow detail there are none, and the rule has no effect. */
    void lose(LossRule rule);

    /**
     * The NAT nearest to a person, or the carrier's one, forgets its mappings and uses other ports.
     *
     * @return false if there is none, or nothing to forget
     */
    boolean rebind(String person, boolean carrier);
}
