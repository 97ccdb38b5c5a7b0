package dev.sonde.sim.undertest;

import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyProvider;

/** Cannot be made, as a lobby whose libraries are not on the class path. */
public final class Stillborn implements LobbyProvider {

    @Override
    public String name() {
        return "stillborn";
    }

    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        throw new NoClassDefFoundError("com/example/Library");
    }
}
