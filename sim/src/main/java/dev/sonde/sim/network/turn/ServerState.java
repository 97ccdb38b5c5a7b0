package dev.sonde.sim.network.turn;

/** What a TURN server holds for one client's address. */
public enum ServerState {
    NONE,
    ALLOCATED
}
