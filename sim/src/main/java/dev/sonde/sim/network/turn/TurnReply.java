package dev.sonde.sim.network.turn;

/** What a TURN server says to a request. */
public enum TurnReply {
    /** 401 with a nonce: ask again, with credentials. */
    CHALLENGE,
    /** Done. */
    GRANTED,
    /** 401 again: the credentials are over. */
    EXPIRED,
    /** 437 (Allocation Mismatch): there is none, or there is one already. */
    MISMATCH
}
