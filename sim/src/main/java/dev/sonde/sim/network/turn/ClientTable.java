package dev.sonde.sim.network.turn;

import static dev.sonde.sim.network.turn.ClientInput.CHALLENGE;
import static dev.sonde.sim.network.turn.ClientInput.CLOSE;
import static dev.sonde.sim.network.turn.ClientInput.CONNECTED;
import static dev.sonde.sim.network.turn.ClientInput.EXHAUSTED;
import static dev.sonde.sim.network.turn.ClientInput.GRANTED;
import static dev.sonde.sim.network.turn.ClientInput.REFUSED;
import static dev.sonde.sim.network.turn.ClientInput.START;
import static dev.sonde.sim.network.turn.ClientState.ALLOCATED;
import static dev.sonde.sim.network.turn.ClientState.ASKING;
import static dev.sonde.sim.network.turn.ClientState.CLOSED;
import static dev.sonde.sim.network.turn.ClientState.CONNECTING;
import static dev.sonde.sim.network.turn.ClientState.FAILED;
import static dev.sonde.sim.network.turn.ClientState.IDLE;
import static dev.sonde.sim.network.turn.ClientState.PROVING;

import dev.sonde.transitions.TransitionTable;

/** The rules of a client (RFC 8656, sections 7 and 8). */
public final class ClientTable {

    public static final TransitionTable<ClientState, ClientInput> TABLE = build();

    private ClientTable() {}

    private static TransitionTable<ClientState, ClientInput> build() {
        TransitionTable.Builder<ClientState, ClientInput> table =
                TransitionTable.named("TURN client", ClientState.class, ClientInput.class);
        String nothing = "nothing was asked";
        table.moves(IDLE, START, "over TCP it connects first", CONNECTING, ASKING)
                .never(IDLE, CONNECTED, nothing)
                .never(IDLE, CHALLENGE, nothing)
                .never(IDLE, GRANTED, nothing)
                .never(IDLE, REFUSED, nothing)
                .never(IDLE, EXHAUSTED, nothing)
                .moves(IDLE, CLOSE, "", CLOSED);
        table.never(CONNECTING, START, "started once")
                .moves(CONNECTING, CONNECTED, "TLS takes another round trip", CONNECTING, ASKING)
                .never(CONNECTING, CHALLENGE, nothing)
                .never(CONNECTING, GRANTED, nothing)
                .never(CONNECTING, REFUSED, nothing)
                .moves(CONNECTING, EXHAUSTED, "", FAILED)
                .moves(CONNECTING, CLOSE, "", CLOSED);
        asking(table);
        table.never(ALLOCATED, START, "started once")
                .ignores(ALLOCATED, CONNECTED, "long since")
                .ignores(ALLOCATED, CHALLENGE, "of an Allocate that was sent twice")
                .moves(ALLOCATED, GRANTED, "refreshed; a second answer", ALLOCATED)
                .moves(ALLOCATED, REFUSED, "the refresh was refused", FAILED)
                .moves(ALLOCATED, EXHAUSTED, "the refresh was never answered", FAILED)
                .moves(ALLOCATED, CLOSE, "releases it", CLOSED);
        over(table, FAILED, "failed for good");
        over(table, CLOSED, "closed");
        return table.build();
    }

    private static void asking(TransitionTable.Builder<ClientState, ClientInput> table) {
        table.never(ASKING, START, "started once")
                .ignores(ASKING, CONNECTED, "a second answer")
                .moves(ASKING, CHALLENGE, "", PROVING)
                .never(ASKING, GRANTED, "nobody gets one without credentials")
                .never(ASKING, REFUSED, "a server asks for credentials first")
                .moves(ASKING, EXHAUSTED, "", FAILED)
                .moves(ASKING, CLOSE, "", CLOSED);
        table.never(PROVING, START, "started once")
                .ignores(PROVING, CONNECTED, "a second answer")
                .ignores(PROVING, CHALLENGE, "of an Allocate that was sent twice")
                .moves(PROVING, GRANTED, "", ALLOCATED)
                .moves(PROVING, REFUSED, "", FAILED)
                .moves(PROVING, EXHAUSTED, "", FAILED)
                .moves(PROVING, CLOSE, "", CLOSED);
    }

    private static void over(
            TransitionTable.Builder<ClientState, ClientInput> table,
            ClientState state,
            String because) {
        table.never(state, START, "started once")
                .ignores(state, CONNECTED, because)
                .ignores(state, CHALLENGE, because)
                .ignores(state, GRANTED, because)
                .ignores(state, REFUSED, because)
                .ignores(state, EXHAUSTED, because);
        if (state == CLOSED) {
            table.ignores(state, CLOSE, because);
        } else {
            table.moves(state, CLOSE, "", CLOSED);
        }
    }
}
