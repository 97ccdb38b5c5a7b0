package dev.sonde.probe;

import static dev.sonde.probe.ProbeInput.CONNECTED;
import static dev.sonde.probe.ProbeInput.FAILURE;
import static dev.sonde.probe.ProbeInput.INVALID;
import static dev.sonde.probe.ProbeInput.LIMIT;
import static dev.sonde.probe.ProbeInput.MEMBER_AWAY;
import static dev.sonde.probe.ProbeInput.MEMBER_BACK;
import static dev.sonde.probe.ProbeInput.MEMBER_LEFT;
import static dev.sonde.probe.ProbeInput.MEMBER_LOST;
import static dev.sonde.probe.ProbeInput.MEMBER_ON_ANOTHER_PAGE;
import static dev.sonde.probe.ProbeInput.READY;
import static dev.sonde.probe.ProbeInput.SHUTDOWN;
import static dev.sonde.probe.ProbeInput.SIGNAL;
import static dev.sonde.probe.ProbeInput.SUCCESS;
import static dev.sonde.protocol.ProbeOutcome.Phase.CONNECTING;
import static dev.sonde.protocol.ProbeOutcome.Phase.ENDED;
import static dev.sonde.protocol.ProbeOutcome.Phase.MEASURING;
import static dev.sonde.protocol.ProbeOutcome.Phase.PREPARING;
import static dev.sonde.protocol.ProbeOutcome.Phase.SETTLING;

import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.Refusal;
import dev.sonde.transitions.TransitionTable;

/** The rules of a probe (protocol page, A probe). */
final class ProbeTable {

    static final TransitionTable<Phase, ProbeInput> TABLE = build();

    private ProbeTable() {}

    private static TransitionTable<Phase, ProbeInput> build() {
        TransitionTable.Builder<Phase, ProbeInput> table =
                TransitionTable.named("probe", Phase.class, ProbeInput.class);
        preparing(table);
        running(table, CONNECTING);
        running(table, MEASURING);
        settling(table);
        ended(table);
        return table.build();
    }

    private static void preparing(TransitionTable.Builder<Phase, ProbeInput> table) {
        table.moves(PREPARING, READY, "both: start; again: `duplicate`", PREPARING, CONNECTING)
                .refuses(PREPARING, CONNECTED, Refusal.TOO_EARLY)
                .refuses(PREPARING, SIGNAL, Refusal.TOO_EARLY)
                .refuses(PREPARING, SUCCESS, Refusal.TOO_EARLY)
                .moves(PREPARING, FAILURE, "reported-failure", ENDED)
                .refuses(PREPARING, INVALID, Refusal.TOO_EARLY)
                .moves(PREPARING, MEMBER_AWAY, "its readiness is void", PREPARING)
                .moves(PREPARING, MEMBER_BACK, "prepare again, to the new socket", PREPARING)
                .moves(PREPARING, MEMBER_ON_ANOTHER_PAGE, "prepare again", PREPARING)
                .moves(PREPARING, MEMBER_LEFT, "member-left", ENDED)
                .moves(PREPARING, MEMBER_LOST, "member-lost", ENDED)
                .moves(PREPARING, LIMIT, "timeout", ENDED)
                .moves(PREPARING, SHUTDOWN, "shutdown", ENDED);
    }

    private static void running(TransitionTable.Builder<Phase, ProbeInput> table, Phase phase) {
        table.refuses(phase, READY, Refusal.WRONG_PHASE)
                .moves(phase, CONNECTED, "the same member again: `duplicate`", MEASURING)
                .moves(phase, SIGNAL, "relay; hold while the other is away", phase)
                .moves(phase, SUCCESS, "policy first: complete; both: wait", SETTLING, ENDED)
                .moves(phase, FAILURE, "", SETTLING)
                .moves(phase, INVALID, "a failure, and `invalid-rtt`", SETTLING)
                .ignores(phase, MEMBER_AWAY, "wait for its return or the end of its grace")
                .moves(phase, MEMBER_BACK, "flush what was held", phase)
                .moves(phase, MEMBER_ON_ANOTHER_PAGE, "superseded", ENDED)
                .moves(phase, MEMBER_LEFT, "member-left", ENDED)
                .moves(phase, MEMBER_LOST, "member-lost", ENDED)
                .moves(phase, LIMIT, "timeout", ENDED)
                .moves(phase, SHUTDOWN, "shutdown", ENDED);
    }

    private static void settling(TransitionTable.Builder<Phase, ProbeInput> table) {
        String decided = "a success in hand: complete; else reported-failure";
        table.refuses(SETTLING, READY, Refusal.WRONG_PHASE)
                .moves(SETTLING, CONNECTED, "noted; the same member again: `duplicate`", SETTLING)
                .moves(SETTLING, SIGNAL, "only towards one who has not reported", SETTLING)
                .moves(SETTLING, SUCCESS, "complete; again: `duplicate-result`", SETTLING, ENDED)
                .moves(SETTLING, FAILURE, decided + "; again: `duplicate-result`", SETTLING, ENDED)
                .moves(SETTLING, INVALID, decided + "; again: `duplicate-result`", SETTLING, ENDED)
                .ignores(SETTLING, MEMBER_AWAY, "wait for its return or the settle limit")
                .moves(SETTLING, MEMBER_BACK, "flush what was held", SETTLING)
                .moves(
                        SETTLING,
                        MEMBER_ON_ANOTHER_PAGE,
                        "reported: nothing; else " + decided,
                        SETTLING,
                        ENDED)
                .moves(SETTLING, MEMBER_LEFT, "reported: member-left; else " + decided, ENDED)
                .moves(SETTLING, MEMBER_LOST, "reported: member-lost; else " + decided, ENDED)
                .moves(SETTLING, LIMIT, decided, ENDED)
                .moves(SETTLING, SHUTDOWN, "shutdown", ENDED);
    }

    private static void ended(TransitionTable.Builder<Phase, ProbeInput> table) {
        String over = "the probe is over";
        table.refuses(ENDED, READY, Refusal.FINISHED)
                .refuses(ENDED, CONNECTED, Refusal.FINISHED)
                .refuses(ENDED, SIGNAL, Refusal.FINISHED)
                .moves(ENDED, SUCCESS, "late: its sender measures no more", ENDED)
                .moves(ENDED, FAILURE, "late: its sender measures no more", ENDED)
                .moves(ENDED, INVALID, "late: its sender measures no more", ENDED)
                .ignores(ENDED, MEMBER_AWAY, over)
                .ignores(ENDED, MEMBER_BACK, over)
                .ignores(ENDED, MEMBER_ON_ANOTHER_PAGE, over)
                .ignores(ENDED, MEMBER_LEFT, over)
                .ignores(ENDED, MEMBER_LOST, over)
                .moves(ENDED, LIMIT, "forgotten", ENDED)
                .ignores(ENDED, SHUTDOWN, over);
    }
}
