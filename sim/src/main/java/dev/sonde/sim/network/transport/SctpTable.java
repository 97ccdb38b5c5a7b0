package dev.sonde.sim.network.transport;

import static dev.sonde.sim.network.transport.SctpInput.ABORT;
import static dev.sonde.sim.network.transport.SctpInput.ASSOCIATE;
import static dev.sonde.sim.network.transport.SctpInput.CHANNEL_ACK;
import static dev.sonde.sim.network.transport.SctpInput.CHANNEL_OPEN;
import static dev.sonde.sim.network.transport.SctpInput.CLOSE;
import static dev.sonde.sim.network.transport.SctpInput.COOKIE_ACK;
import static dev.sonde.sim.network.transport.SctpInput.COOKIE_ECHO;
import static dev.sonde.sim.network.transport.SctpInput.EXHAUSTED;
import static dev.sonde.sim.network.transport.SctpInput.INIT;
import static dev.sonde.sim.network.transport.SctpInput.INIT_ACK;
import static dev.sonde.sim.network.transport.SctpInput.TIMER;
import static dev.sonde.sim.network.transport.SctpState.ABORTED;
import static dev.sonde.sim.network.transport.SctpState.CLOSED;
import static dev.sonde.sim.network.transport.SctpState.COOKIE_ECHOED;
import static dev.sonde.sim.network.transport.SctpState.COOKIE_WAIT;
import static dev.sonde.sim.network.transport.SctpState.ESTABLISHED;
import static dev.sonde.sim.network.transport.SctpState.OPEN;
import static dev.sonde.sim.network.transport.SctpState.OPENING;

import dev.sonde.transitions.TransitionTable;

import java.util.List;

/**
 * The rules of an association and its channel. Only the side that offered begins; browsers begin on
 * both sides, which changes nothing as long as nothing is lost.
 */
public final class SctpTable {

    private static final String ONE_BEGINS = "only the side that offered begins";
    private static final String OLD = "an old one";
    private static final String NO_TIMER = "no timer runs";

    public static final TransitionTable<SctpState, SctpInput> TABLE = build();

    private SctpTable() {}

    private static TransitionTable<SctpState, SctpInput> build() {
        TransitionTable.Builder<SctpState, SctpInput> table =
                TransitionTable.named("SCTP", SctpState.class, SctpInput.class);
        passive(table);
        beginning(table);
        opening(table);
        open(table);
        for (SctpInput input : SctpInput.values()) {
            if (input == TIMER || input == EXHAUSTED) {
                table.never(ABORTED, input, NO_TIMER);
            } else {
                table.ignores(ABORTED, input, "closed");
            }
        }
        return table.build();
    }

    private static void passive(TransitionTable.Builder<SctpState, SctpInput> table) {
        table.moves(CLOSED, ASSOCIATE, "", COOKIE_WAIT)
                .moves(CLOSED, INIT, "answered without keeping anything", CLOSED)
                .ignores(CLOSED, INIT_ACK, "nothing was sent")
                .moves(CLOSED, COOKIE_ECHO, "", ESTABLISHED)
                .ignores(CLOSED, COOKIE_ACK, "nothing was sent")
                .ignores(CLOSED, CHANNEL_OPEN, "no association")
                .ignores(CLOSED, CHANNEL_ACK, "no association");
        table.never(ESTABLISHED, ASSOCIATE, ONE_BEGINS)
                .moves(ESTABLISHED, INIT, "answered; an old one", ESTABLISHED)
                .ignores(ESTABLISHED, INIT_ACK, ONE_BEGINS)
                .moves(ESTABLISHED, COOKIE_ECHO, "the answer was lost: again", ESTABLISHED)
                .ignores(ESTABLISHED, COOKIE_ACK, ONE_BEGINS)
                .moves(ESTABLISHED, CHANNEL_OPEN, "", OPEN)
                .ignores(ESTABLISHED, CHANNEL_ACK, ONE_BEGINS);
        for (SctpState state : List.of(CLOSED, ESTABLISHED)) {
            table.never(state, TIMER, NO_TIMER)
                    .never(state, EXHAUSTED, NO_TIMER)
                    .moves(state, ABORT, "", ABORTED)
                    .moves(state, CLOSE, "", ABORTED);
        }
    }

    private static void beginning(TransitionTable.Builder<SctpState, SctpInput> table) {
        table.moves(COOKIE_WAIT, INIT_ACK, "", COOKIE_ECHOED)
                .ignores(COOKIE_WAIT, COOKIE_ACK, "nothing was echoed")
                .moves(COOKIE_WAIT, TIMER, "again", COOKIE_WAIT);
        table.ignores(COOKIE_ECHOED, INIT_ACK, "a second one")
                .moves(COOKIE_ECHOED, COOKIE_ACK, "opens the channel at once", OPENING)
                .moves(COOKIE_ECHOED, TIMER, "again", COOKIE_ECHOED);
        for (SctpState state : List.of(COOKIE_WAIT, COOKIE_ECHOED)) {
            table.never(state, ASSOCIATE, "once")
                    .ignores(state, INIT, ONE_BEGINS)
                    .ignores(state, COOKIE_ECHO, ONE_BEGINS)
                    .ignores(state, CHANNEL_OPEN, ONE_BEGINS)
                    .ignores(state, CHANNEL_ACK, "nothing was opened")
                    .moves(state, EXHAUSTED, "", ABORTED)
                    .moves(state, ABORT, "", ABORTED)
                    .moves(state, CLOSE, "", ABORTED);
        }
    }

    private static void opening(TransitionTable.Builder<SctpState, SctpInput> table) {
        table.never(OPENING, ASSOCIATE, "once")
                .ignores(OPENING, INIT, ONE_BEGINS)
                .ignores(OPENING, INIT_ACK, OLD)
                .ignores(OPENING, COOKIE_ECHO, ONE_BEGINS)
                .ignores(OPENING, COOKIE_ACK, OLD)
                .ignores(OPENING, CHANNEL_OPEN, ONE_BEGINS)
                .moves(OPENING, CHANNEL_ACK, "", OPEN)
                .moves(OPENING, TIMER, "again", OPENING)
                .moves(OPENING, EXHAUSTED, "", ABORTED)
                .moves(OPENING, ABORT, "", ABORTED)
                .moves(OPENING, CLOSE, "", ABORTED);
    }

    private static void open(TransitionTable.Builder<SctpState, SctpInput> table) {
        table.never(OPEN, ASSOCIATE, "once")
                .ignores(OPEN, INIT, OLD)
                .ignores(OPEN, INIT_ACK, OLD)
                .moves(OPEN, COOKIE_ECHO, "a late copy is answered as any", OPEN)
                .ignores(OPEN, COOKIE_ACK, OLD)
                .moves(OPEN, CHANNEL_OPEN, "the answer was lost: again", OPEN)
                .ignores(OPEN, CHANNEL_ACK, "a second one")
                .never(OPEN, TIMER, NO_TIMER)
                .never(OPEN, EXHAUSTED, NO_TIMER)
                .moves(OPEN, ABORT, "", ABORTED)
                .moves(OPEN, CLOSE, "", ABORTED);
    }
}
