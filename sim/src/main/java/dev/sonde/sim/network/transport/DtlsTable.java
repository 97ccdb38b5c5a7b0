package dev.sonde.sim.network.transport;

import static dev.sonde.sim.network.transport.DtlsInput.CLOSE;
import static dev.sonde.sim.network.transport.DtlsInput.EXHAUSTED;
import static dev.sonde.sim.network.transport.DtlsInput.FLIGHT_1;
import static dev.sonde.sim.network.transport.DtlsInput.FLIGHT_2;
import static dev.sonde.sim.network.transport.DtlsInput.FLIGHT_3;
import static dev.sonde.sim.network.transport.DtlsInput.FLIGHT_4;
import static dev.sonde.sim.network.transport.DtlsInput.TIMER;
import static dev.sonde.sim.network.transport.DtlsInput.WRITABLE;
import static dev.sonde.sim.network.transport.DtlsState.AWAITING_1;
import static dev.sonde.sim.network.transport.DtlsState.AWAITING_2;
import static dev.sonde.sim.network.transport.DtlsState.AWAITING_3;
import static dev.sonde.sim.network.transport.DtlsState.AWAITING_4;
import static dev.sonde.sim.network.transport.DtlsState.CLOSED;
import static dev.sonde.sim.network.transport.DtlsState.FAILED;
import static dev.sonde.sim.network.transport.DtlsState.HELLO_KEPT;
import static dev.sonde.sim.network.transport.DtlsState.IDLE;
import static dev.sonde.sim.network.transport.DtlsState.SECURE;

import dev.sonde.transitions.TransitionTable;

import java.util.List;

/** The rules of a DTLS 1.2 handshake with both certificates and no cookie (RFC 6347, 4.2.4). */
public final class DtlsTable {

    private static final String NO_TIMER = "no timer runs";
    private static final String ONCE = "pairs change below DTLS, it does not notice";
    private static final String NOT_THIS_SIDE = "that is what this side sends";
    private static final String TOO_SOON = "nothing that it could answer was sent";

    public static final TransitionTable<DtlsState, DtlsInput> TABLE = build();

    private DtlsTable() {}

    private static TransitionTable<DtlsState, DtlsInput> build() {
        TransitionTable.Builder<DtlsState, DtlsInput> table =
                TransitionTable.named("DTLS", DtlsState.class, DtlsInput.class);
        idle(table);
        server(table);
        client(table);
        table.ignores(SECURE, WRITABLE, ONCE)
                .ignores(SECURE, FLIGHT_1, "an old one")
                .ignores(SECURE, FLIGHT_2, "an old one")
                .moves(SECURE, FLIGHT_3, "the server's last flight was lost: again", SECURE)
                .ignores(SECURE, FLIGHT_4, "a second one")
                .never(SECURE, TIMER, NO_TIMER)
                .never(SECURE, EXHAUSTED, NO_TIMER)
                .moves(SECURE, CLOSE, "", CLOSED);
        over(table, FAILED, "failed");
        over(table, CLOSED, "closed");
        return table.build();
    }

    private static void idle(TransitionTable.Builder<DtlsState, DtlsInput> table) {
        table.moves(IDLE, WRITABLE, "the client says hello", AWAITING_1, AWAITING_2)
                .moves(IDLE, FLIGHT_1, "kept until a pair works", HELLO_KEPT);
        table.moves(HELLO_KEPT, WRITABLE, "answered at once", AWAITING_3)
                .ignores(HELLO_KEPT, FLIGHT_1, "one is kept already");
        for (DtlsState state : List.of(IDLE, HELLO_KEPT)) {
            table.ignores(state, FLIGHT_2, TOO_SOON)
                    .ignores(state, FLIGHT_3, TOO_SOON)
                    .ignores(state, FLIGHT_4, TOO_SOON)
                    .never(state, TIMER, NO_TIMER)
                    .never(state, EXHAUSTED, NO_TIMER)
                    .moves(state, CLOSE, "", CLOSED);
        }
    }

    private static void server(TransitionTable.Builder<DtlsState, DtlsInput> table) {
        table.ignores(AWAITING_1, WRITABLE, ONCE)
                .moves(AWAITING_1, FLIGHT_1, "", AWAITING_3)
                .ignores(AWAITING_1, FLIGHT_2, NOT_THIS_SIDE)
                .ignores(AWAITING_1, FLIGHT_3, TOO_SOON)
                .ignores(AWAITING_1, FLIGHT_4, NOT_THIS_SIDE)
                .never(AWAITING_1, TIMER, NO_TIMER)
                .never(AWAITING_1, EXHAUSTED, NO_TIMER)
                .moves(AWAITING_1, CLOSE, "", CLOSED);
        table.ignores(AWAITING_3, WRITABLE, ONCE)
                .moves(AWAITING_3, FLIGHT_1, "the answer was lost: again", AWAITING_3)
                .ignores(AWAITING_3, FLIGHT_2, NOT_THIS_SIDE)
                .moves(AWAITING_3, FLIGHT_3, "", SECURE)
                .ignores(AWAITING_3, FLIGHT_4, NOT_THIS_SIDE)
                .moves(AWAITING_3, TIMER, "again", AWAITING_3)
                .moves(AWAITING_3, EXHAUSTED, "", FAILED)
                .moves(AWAITING_3, CLOSE, "", CLOSED);
    }

    private static void client(TransitionTable.Builder<DtlsState, DtlsInput> table) {
        table.ignores(AWAITING_2, WRITABLE, ONCE)
                .ignores(AWAITING_2, FLIGHT_1, NOT_THIS_SIDE)
                .moves(AWAITING_2, FLIGHT_2, "", AWAITING_4)
                .ignores(AWAITING_2, FLIGHT_3, NOT_THIS_SIDE)
                .ignores(AWAITING_2, FLIGHT_4, TOO_SOON)
                .moves(AWAITING_2, TIMER, "again", AWAITING_2)
                .moves(AWAITING_2, EXHAUSTED, "", FAILED)
                .moves(AWAITING_2, CLOSE, "", CLOSED);
        table.ignores(AWAITING_4, WRITABLE, ONCE)
                .ignores(AWAITING_4, FLIGHT_1, NOT_THIS_SIDE)
                .moves(AWAITING_4, FLIGHT_2, "the answer was lost: again", AWAITING_4)
                .ignores(AWAITING_4, FLIGHT_3, NOT_THIS_SIDE)
                .moves(AWAITING_4, FLIGHT_4, "", SECURE)
                .moves(AWAITING_4, TIMER, "again", AWAITING_4)
                .moves(AWAITING_4, EXHAUSTED, "", FAILED)
                .moves(AWAITING_4, CLOSE, "", CLOSED);
    }

    private static void over(
            TransitionTable.Builder<DtlsState, DtlsInput> table, DtlsState state, String because) {
        table.ignores(state, WRITABLE, because)
                .ignores(state, FLIGHT_1, because)
                .ignores(state, FLIGHT_2, because)
                .ignores(state, FLIGHT_3, because)
                .ignores(state, FLIGHT_4, because)
                .never(state, TIMER, NO_TIMER)
                .never(state, EXHAUSTED, NO_TIMER);
        if (state == CLOSED) {
            table.ignores(state, CLOSE, because);
        } else {
            table.moves(state, CLOSE, "", CLOSED);
        }
    }
}
