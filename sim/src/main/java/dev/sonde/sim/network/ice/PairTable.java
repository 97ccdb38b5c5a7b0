package dev.sonde.sim.network.ice;

import static dev.sonde.sim.network.ice.PairInput.ANSWER;
import static dev.sonde.sim.network.ice.PairInput.CONFLICT;
import static dev.sonde.sim.network.ice.PairInput.EXPIRE;
import static dev.sonde.sim.network.ice.PairInput.MISDIRECTED;
import static dev.sonde.sim.network.ice.PairInput.REFUSED;
import static dev.sonde.sim.network.ice.PairInput.SEND;
import static dev.sonde.sim.network.ice.PairInput.TRIGGER;
import static dev.sonde.sim.network.ice.PairInput.UNFREEZE;
import static dev.sonde.sim.network.ice.PairState.FAILED;
import static dev.sonde.sim.network.ice.PairState.FROZEN;
import static dev.sonde.sim.network.ice.PairState.IN_PROGRESS;
import static dev.sonde.sim.network.ice.PairState.SUCCEEDED;
import static dev.sonde.sim.network.ice.PairState.WAITING;

import dev.sonde.transitions.TransitionTable;

/** The rules of a candidate pair (RFC 8445, sections 6.1.2.6, 7.2.5 and 7.3.1.4). */
public final class PairTable {

    private static final String THAWED = "only frozen pairs are unfrozen";

    public static final TransitionTable<PairState, PairInput> TABLE = build();

    private PairTable() {}

    private static TransitionTable<PairState, PairInput> build() {
        TransitionTable.Builder<PairState, PairInput> table =
                TransitionTable.named("candidate pair", PairState.class, PairInput.class);
        frozen(table);
        underCheck(table);
        succeeded(table);
        failed(table);
        return table.build();
    }

    private static void frozen(TransitionTable.Builder<PairState, PairInput> table) {
        String nothingSent = "nothing was sent yet";
        table.moves(FROZEN, UNFREEZE, "", WAITING)
                .never(FROZEN, SEND, "only a waiting pair is checked")
                .never(FROZEN, ANSWER, nothingSent)
                .never(FROZEN, MISDIRECTED, nothingSent)
                .never(FROZEN, CONFLICT, nothingSent)
                .moves(FROZEN, TRIGGER, "checked at the next tick", WAITING)
                .moves(FROZEN, REFUSED, "no permission", FAILED)
                .never(FROZEN, EXPIRE, nothingSent);
    }

    private static void underCheck(TransitionTable.Builder<PairState, PairInput> table) {
        table.never(WAITING, UNFREEZE, THAWED)
                .moves(WAITING, SEND, "", IN_PROGRESS)
                .moves(WAITING, ANSWER, "of a check from before it was triggered", SUCCEEDED)
                .moves(WAITING, MISDIRECTED, "", FAILED)
                .moves(WAITING, CONFLICT, "checked again, in the other role", WAITING)
                .ignores(WAITING, TRIGGER, "will be checked anyway")
                .moves(WAITING, REFUSED, "no permission", FAILED)
                .never(WAITING, EXPIRE, "only checks under way expire");
        table.never(IN_PROGRESS, UNFREEZE, THAWED)
                .moves(IN_PROGRESS, SEND, "again", IN_PROGRESS)
                .moves(IN_PROGRESS, ANSWER, "", SUCCEEDED)
                .moves(IN_PROGRESS, MISDIRECTED, "", FAILED)
                .moves(IN_PROGRESS, CONFLICT, "checked again, in the other role", WAITING)
                .moves(IN_PROGRESS, TRIGGER, "checked again at the next tick", WAITING)
                .moves(IN_PROGRESS, REFUSED, "no permission", FAILED)
                .moves(IN_PROGRESS, EXPIRE, "no answer", FAILED);
    }

    private static void succeeded(TransitionTable.Builder<PairState, PairInput> table) {
        table.never(SUCCEEDED, UNFREEZE, THAWED)
                .moves(SUCCEEDED, SEND, "to nominate it or to keep it alive", SUCCEEDED)
                .moves(SUCCEEDED, ANSWER, "still there", SUCCEEDED)
                .ignores(SUCCEEDED, MISDIRECTED, "it works the other way too")
                .moves(SUCCEEDED, CONFLICT, "the role changes, the path does not", SUCCEEDED)
                .ignores(SUCCEEDED, TRIGGER, "known to work")
                .moves(SUCCEEDED, REFUSED, "the permission was not renewed", FAILED)
                .moves(SUCCEEDED, EXPIRE, "no consent (RFC 7675)", FAILED);
    }

    private static void failed(TransitionTable.Builder<PairState, PairInput> table) {
        String over = "given up";
        table.never(FAILED, UNFREEZE, THAWED)
                .never(FAILED, SEND, "only a waiting pair is checked")
                .ignores(FAILED, ANSWER, over)
                .ignores(FAILED, MISDIRECTED, over)
                .ignores(FAILED, CONFLICT, over)
                .moves(FAILED, TRIGGER, "the other side got through", WAITING)
                .ignores(FAILED, REFUSED, over)
                .never(FAILED, EXPIRE, "only checks under way expire");
    }
}
