package dev.sonde.sim.network.turn;

/** What can happen to a server's side of an allocation. */
public enum ServerInput {
    /** A request without credentials. */
    BARE,
    /** A request whose credentials are over. */
    STALE,
    ALLOCATE,
    /** The very Allocate that was granted, once more: its answer was lost. */
    ALLOCATE_AGAIN,
    REFRESH,
    /** A Refresh with lifetime 0. */
    RELEASE,
    PERMIT,
    /** The lifetime is over. */
    EXPIRE
}
