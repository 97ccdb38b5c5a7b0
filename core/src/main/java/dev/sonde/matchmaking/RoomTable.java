package dev.sonde.matchmaking;

import static dev.sonde.matchmaking.Place.DRAINING;
import static dev.sonde.matchmaking.Place.FINAL;
import static dev.sonde.matchmaking.Place.FREE;
import static dev.sonde.matchmaking.Place.MATCHED;
import static dev.sonde.matchmaking.Place.OUT;
import static dev.sonde.matchmaking.Place.PROBING;
import static dev.sonde.matchmaking.RoomInput.ACCEPTED;
import static dev.sonde.matchmaking.RoomInput.ANOTHER_PAGE;
import static dev.sonde.matchmaking.RoomInput.ASKED_IN_VAIN;
import static dev.sonde.matchmaking.RoomInput.AWAY;
import static dev.sonde.matchmaking.RoomInput.BACK;
import static dev.sonde.matchmaking.RoomInput.CANCELLED;
import static dev.sonde.matchmaking.RoomInput.DRAINED;
import static dev.sonde.matchmaking.RoomInput.HOLD_OVER;
import static dev.sonde.matchmaking.RoomInput.JOIN;
import static dev.sonde.matchmaking.RoomInput.LEAVE;
import static dev.sonde.matchmaking.RoomInput.LOST;
import static dev.sonde.matchmaking.RoomInput.PROPOSED;
import static dev.sonde.matchmaking.RoomInput.RELEASED;
import static dev.sonde.matchmaking.RoomInput.SHUTDOWN;
import static dev.sonde.matchmaking.RoomInput.WAITING_TIME_OVER;

import dev.sonde.protocol.Refusal;
import dev.sonde.transitions.TransitionTable;

/** The rules of the waiting room (protocol page, Matchmaking). */
final class RoomTable {

    static final TransitionTable<Place, RoomInput> TABLE = build();

    private RoomTable() {}

    private static TransitionTable<Place, RoomInput> build() {
        TransitionTable.Builder<Place, RoomInput> table =
                TransitionTable.named("waiting room", Place.class, RoomInput.class);
        comingAndGoing(table);
        connections(table);
        times(table);
        attempts(table);
        matches(table);
        return table.build();
    }

    private static void comingAndGoing(TransitionTable.Builder<Place, RoomInput> table) {
        String told = "told the state";
        table.moves(OUT, JOIN, told + "; `full` if there is no room", FREE, DRAINING, OUT)
                .moves(FREE, JOIN, told, FREE)
                .moves(PROBING, JOIN, told, PROBING)
                .moves(DRAINING, JOIN, told, DRAINING)
                .moves(MATCHED, JOIN, "told the match again", MATCHED)
                .moves(FINAL, JOIN, "out, then in", FREE, DRAINING)
                .refuses(OUT, LEAVE, Refusal.NOT_WAITING)
                .moves(FREE, LEAVE, "", OUT)
                .moves(PROBING, LEAVE, "its probe: member-left", OUT)
                .moves(DRAINING, LEAVE, "", OUT)
                .moves(MATCHED, LEAVE, "the match is cancelled", OUT)
                .moves(FINAL, LEAVE, "", OUT);
    }

    private static void connections(TransitionTable.Builder<Place, RoomInput> table) {
        table.ignores(OUT, AWAY, "not waiting")
                .moves(FREE, AWAY, "not proposed until it is back", FREE)
                .moves(PROBING, AWAY, "the probe's rule", PROBING)
                .moves(DRAINING, AWAY, "", DRAINING)
                .moves(MATCHED, AWAY, "the hold runs on", MATCHED)
                .ignores(FINAL, AWAY, "the match is final")
                .moves(OUT, BACK, "told how its stay ended, if it was away then", OUT)
                .moves(FREE, BACK, "told the state; looked at again", FREE)
                .moves(
                        PROBING,
                        BACK,
                        "the probe's rule; its attempt goes on, matches or is given up",
                        PROBING,
                        MATCHED,
                        FREE,
                        DRAINING,
                        OUT)
                .moves(DRAINING, BACK, "told the state", DRAINING)
                .moves(MATCHED, BACK, "told the match again", MATCHED)
                .ignores(FINAL, BACK, "the match is final")
                .moves(OUT, ANOTHER_PAGE, "told how its stay ended, if it was away then", OUT)
                .moves(FREE, ANOTHER_PAGE, "not proposed until it joins", FREE)
                .moves(
                        PROBING,
                        ANOTHER_PAGE,
                        "the probe's rule; its attempt goes on, matches or is given up",
                        PROBING,
                        MATCHED,
                        FREE,
                        DRAINING,
                        OUT)
                .moves(DRAINING, ANOTHER_PAGE, "not proposed until it joins", FREE)
                .moves(MATCHED, ANOTHER_PAGE, "told the match again", MATCHED)
                .ignores(FINAL, ANOTHER_PAGE, "the match is final")
                .ignores(OUT, LOST, "not waiting")
                .moves(FREE, LOST, "", OUT)
                .moves(PROBING, LOST, "its probe: member-lost", OUT)
                .moves(DRAINING, LOST, "", OUT)
                .moves(MATCHED, LOST, "the match is cancelled", OUT)
                .moves(FINAL, LOST, "", OUT);
    }

    private static void times(TransitionTable.Builder<Place, RoomInput> table) {
        String cleared = "this limit is cleared on leaving waiting";
        table.never(OUT, WAITING_TIME_OVER, cleared)
                .moves(FREE, WAITING_TIME_OVER, "told", OUT)
                .moves(
                        PROBING,
                        WAITING_TIME_OVER,
                        "no new probe; this one may still match",
                        PROBING,
                        OUT)
                .moves(DRAINING, WAITING_TIME_OVER, "told", OUT)
                .never(MATCHED, WAITING_TIME_OVER, cleared)
                .never(FINAL, WAITING_TIME_OVER, cleared)
                .never(OUT, ASKED_IN_VAIN, cleared)
                .moves(FREE, ASKED_IN_VAIN, "left", OUT)
                .moves(PROBING, ASKED_IN_VAIN, "its probe: member-left", OUT)
                .moves(DRAINING, ASKED_IN_VAIN, "left", OUT)
                .never(MATCHED, ASKED_IN_VAIN, cleared)
                .never(FINAL, ASKED_IN_VAIN, cleared)
                .ignores(OUT, DRAINED, "it may join again at once")
                .never(FREE, DRAINED, "the free have drained")
                .moves(
                        PROBING,
                        DRAINED,
                        "its group's next probe may start",
                        PROBING,
                        FREE,
                        DRAINING,
                        OUT)
                .moves(DRAINING, DRAINED, "looked at again", FREE)
                .ignores(MATCHED, DRAINED, "matched already")
                .ignores(FINAL, DRAINED, "matched already")
                .ignores(OUT, SHUTDOWN, "not waiting")
                .moves(FREE, SHUTDOWN, "told", OUT)
                .moves(PROBING, SHUTDOWN, "told", OUT)
                .moves(DRAINING, SHUTDOWN, "told", OUT)
                .never(MATCHED, SHUTDOWN, "its match has become final before")
                .moves(FINAL, SHUTDOWN, "", OUT);
    }

    private static void attempts(TransitionTable.Builder<Place, RoomInput> table) {
        String onlyFree = "only free people are proposed";
        String onlyProbing = "only attempts end so";
        table.never(OUT, PROPOSED, onlyFree)
                .moves(FREE, PROPOSED, "", PROBING)
                .never(PROBING, PROPOSED, onlyFree)
                .never(DRAINING, PROPOSED, onlyFree)
                .never(MATCHED, PROPOSED, onlyFree)
                .never(FINAL, PROPOSED, onlyFree)
                .never(OUT, ACCEPTED, onlyProbing)
                .moves(FREE, ACCEPTED, "no limit is set: nothing to measure", MATCHED)
                .moves(PROBING, ACCEPTED, "", MATCHED)
                .never(DRAINING, ACCEPTED, onlyProbing)
                .never(MATCHED, ACCEPTED, onlyProbing)
                .never(FINAL, ACCEPTED, onlyProbing)
                .never(OUT, RELEASED, onlyProbing)
                .never(FREE, RELEASED, onlyProbing)
                .moves(PROBING, RELEASED, "out if its waiting time is over", FREE, DRAINING, OUT)
                .never(DRAINING, RELEASED, onlyProbing)
                .never(MATCHED, RELEASED, onlyProbing)
                .never(FINAL, RELEASED, onlyProbing);
    }

    private static void matches(TransitionTable.Builder<Place, RoomInput> table) {
        String onlyMatched = "only matches in hold end so";
        table.never(OUT, HOLD_OVER, onlyMatched)
                .never(FREE, HOLD_OVER, onlyMatched)
                .never(PROBING, HOLD_OVER, onlyMatched)
                .never(DRAINING, HOLD_OVER, onlyMatched)
                .moves(MATCHED, HOLD_OVER, "", FINAL)
                .never(FINAL, HOLD_OVER, onlyMatched)
                .never(OUT, CANCELLED, onlyMatched)
                .never(FREE, CANCELLED, onlyMatched)
                .never(PROBING, CANCELLED, onlyMatched)
                .never(DRAINING, CANCELLED, onlyMatched)
                .moves(MATCHED, CANCELLED, "with the old join time", FREE, DRAINING, OUT)
                .never(FINAL, CANCELLED, onlyMatched);
    }
}
