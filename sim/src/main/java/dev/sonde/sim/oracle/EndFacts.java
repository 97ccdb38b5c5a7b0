package dev.sonde.sim.oracle;

import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is known about a run in which nothing is left to do.
 *
 * @param snapshot the lobby's own view, or null if it gives none
 * @param openPeerConnections peer connections that virtual clients still hold open
 * @param connected people of the healed core whose client holds an open connection to the lobby
 */
public record EndFacts(
        @Nullable LobbySnapshot snapshot, int openPeerConnections, List<SubjectId> connected) {

    public EndFacts {
        connected = List.copyOf(connected);
    }
}
