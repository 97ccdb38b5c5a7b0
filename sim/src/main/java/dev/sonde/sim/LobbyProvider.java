package dev.sonde.sim;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;

/**
 * Makes lobbies of one kind. Users put their own on the class path and name it in
 * {@code META-INF/services/dev.sonde.sim.LobbyProvider}; scenarios then name it as
 * {@code under-test}.
 */
public interface LobbyProvider {

    /** As scenarios name it. */
    String name();

    /** A new lobby, which keeps to the rules of {@link LobbyUnderTest}. */
    LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn);
}
