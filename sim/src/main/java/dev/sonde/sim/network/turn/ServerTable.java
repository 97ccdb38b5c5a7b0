package dev.sonde.sim.network.turn;

import static dev.sonde.sim.network.turn.ServerInput.ALLOCATE;
import static dev.sonde.sim.network.turn.ServerInput.ALLOCATE_AGAIN;
import static dev.sonde.sim.network.turn.ServerInput.BARE;
import static dev.sonde.sim.network.turn.ServerInput.EXPIRE;
import static dev.sonde.sim.network.turn.ServerInput.PERMIT;
import static dev.sonde.sim.network.turn.ServerInput.REFRESH;
import static dev.sonde.sim.network.turn.ServerInput.RELEASE;
import static dev.sonde.sim.network.turn.ServerInput.STALE;
import static dev.sonde.sim.network.turn.ServerState.ALLOCATED;
import static dev.sonde.sim.network.turn.ServerState.NONE;

import dev.sonde.transitions.TransitionTable;

/** The rules of an allocation at the server (RFC 8656, sections 7 to 9). */
public final class ServerTable {

    public static final TransitionTable<ServerState, ServerInput> TABLE = build();

    private ServerTable() {}

    private static TransitionTable<ServerState, ServerInput> build() {
        String mismatch = "437: there is no allocation";
        return TransitionTable.named("TURN server", ServerState.class, ServerInput.class)
                .ignores(NONE, BARE, "401 with a nonce")
                .ignores(NONE, STALE, "401: the credentials are over")
                .moves(NONE, ALLOCATE, "a relayed address", ALLOCATED)
                .never(NONE, ALLOCATE_AGAIN, "nothing was granted")
                .ignores(NONE, REFRESH, mismatch)
                .ignores(NONE, RELEASE, mismatch)
                .ignores(NONE, PERMIT, mismatch)
                .never(NONE, EXPIRE, "there is nothing to expire")
                .ignores(ALLOCATED, BARE, "401 with a nonce")
                .ignores(ALLOCATED, STALE, "401: the credentials are over")
                .ignores(ALLOCATED, ALLOCATE, "437: there is one already")
                .moves(ALLOCATED, ALLOCATE_AGAIN, "the same answer", ALLOCATED)
                .moves(ALLOCATED, REFRESH, "lives on", ALLOCATED)
                .moves(ALLOCATED, RELEASE, "", NONE)
                .moves(ALLOCATED, PERMIT, "lets an address in for five minutes", ALLOCATED)
                .moves(ALLOCATED, EXPIRE, "", NONE)
                .build();
    }
}
