package dev.sonde.sim.broken;

import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;

import java.util.function.UnaryOperator;

/** Makes the lobby that is to be broken. */
@FunctionalInterface
public interface RealLobby {

    /** @param change what to do to the matchmaker that the lobby would have */
    LobbyUnderTest with(UnaryOperator<Matchmaker> change);
}
