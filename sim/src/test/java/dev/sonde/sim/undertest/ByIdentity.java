package dev.sonde.sim.undertest;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyProvider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what it says in a hash map whose keys have no hash but their identity. */
public final class ByIdentity implements LobbyProvider {

    @Override
    public String name() {
        return "by-identity";
    }

    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        return new Reordered(new Lobby(config, matchmaker, ids, turn), ByIdentity::walked);
    }

    private static List<Effect> walked(List<Effect> said) {
        Map<Object, Effect> byIdentity = new HashMap<>();
        said.forEach(effect -> byIdentity.put(new Object(), effect));
        return new ArrayList<>(byIdentity.values());
    }
}
