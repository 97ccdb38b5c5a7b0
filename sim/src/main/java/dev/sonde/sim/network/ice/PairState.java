package dev.sonde.sim.network.ice;

/** Where a candidate pair is (RFC 8445, section 6.1.2.6). */
public enum PairState {
    FROZEN,
    WAITING,
    IN_PROGRESS,
    SUCCEEDED,
    FAILED
}
