package dev.sonde.sim.network.ice;

import static dev.sonde.sim.network.ice.AgentInput.ANSWERED;
import static dev.sonde.sim.network.ice.AgentInput.CLOSE;
import static dev.sonde.sim.network.ice.AgentInput.GIVE_UP;
import static dev.sonde.sim.network.ice.AgentInput.SILENT;
import static dev.sonde.sim.network.ice.AgentInput.START;
import static dev.sonde.sim.network.ice.AgentState.CHECKING;
import static dev.sonde.sim.network.ice.AgentState.CLOSED;
import static dev.sonde.sim.network.ice.AgentState.CONNECTED;
import static dev.sonde.sim.network.ice.AgentState.DISCONNECTED;
import static dev.sonde.sim.network.ice.AgentState.FAILED;
import static dev.sonde.sim.network.ice.AgentState.NEW;

import dev.sonde.transitions.TransitionTable;

/** The rules of an agent as a whole. */
public final class AgentTable {

    public static final TransitionTable<AgentState, AgentInput> TABLE = build();

    private AgentTable() {}

    private static TransitionTable<AgentState, AgentInput> build() {
        TransitionTable.Builder<AgentState, AgentInput> table =
                TransitionTable.named("ICE agent", AgentState.class, AgentInput.class);
        String once = "one description of the other side, no ICE restart";
        String notYet = "nothing was checked yet";
        table.moves(NEW, START, "checks begin as candidates come", CHECKING)
                .never(NEW, ANSWERED, notYet)
                .never(NEW, SILENT, notYet)
                .never(NEW, GIVE_UP, notYet)
                .moves(NEW, CLOSE, "", CLOSED);
        table.never(CHECKING, START, once)
                .moves(CHECKING, ANSWERED, "data may be sent", CONNECTED)
                .never(CHECKING, SILENT, "no pair is in use")
                .moves(CHECKING, GIVE_UP, "", FAILED)
                .moves(CHECKING, CLOSE, "", CLOSED);
        table.never(CONNECTED, START, once)
                .ignores(CONNECTED, ANSWERED, "still there")
                .moves(CONNECTED, SILENT, "", DISCONNECTED)
                .moves(CONNECTED, GIVE_UP, "no consent", FAILED)
                .moves(CONNECTED, CLOSE, "", CLOSED);
        table.never(DISCONNECTED, START, once)
                .moves(DISCONNECTED, ANSWERED, "back", CONNECTED)
                .ignores(DISCONNECTED, SILENT, "known")
                .moves(DISCONNECTED, GIVE_UP, "no consent", FAILED)
                .moves(DISCONNECTED, CLOSE, "", CLOSED);
        table.never(FAILED, START, once)
                .never(FAILED, ANSWERED, "nothing is listened to; it takes an ICE restart")
                .never(FAILED, SILENT, "nothing is sent any more")
                .never(FAILED, GIVE_UP, "nothing is sent any more")
                .moves(FAILED, CLOSE, "", CLOSED);
        String over = "closed";
        return table.never(CLOSED, START, over)
                .never(CLOSED, ANSWERED, over)
                .never(CLOSED, SILENT, over)
                .never(CLOSED, GIVE_UP, over)
                .ignores(CLOSED, CLOSE, over)
                .build();
    }
}
