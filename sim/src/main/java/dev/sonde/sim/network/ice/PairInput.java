package dev.sonde.sim.network.ice;

/** What can happen to a candidate pair. */
public enum PairInput {
    /** Its foundation may be checked now. */
    UNFREEZE,
    /** A check is sent. */
    SEND,
    /** A check was answered, from where it was sent to. */
    ANSWER,
    /** A check was answered from another address (section 7.2.5.2.1). */
    MISDIRECTED,
    /** The other side has the same role and keeps it (section 7.2.5.1). */
    CONFLICT,
    /** The other side's check came by this pair (section 7.3.1.4). */
    TRIGGER,
    /** The TURN server lets nobody in from there. */
    REFUSED,
    /** Nothing was heard for too long. */
    EXPIRE
}
