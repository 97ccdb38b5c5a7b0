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
import java.util.List;
import java.util.Set;

/** Walks over a {@link Set#of} before it speaks: its order differs from JVM to JVM. */
public final class Salted implements LobbyProvider {

    @Override
    public String name() {
        return "salted";
    }

    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        return new Reordered(new Lobby(config, matchmaker, ids, turn), Salted::walked);
    }

    /** The kinds of effects in the order in which a salted set happens to hold them. */
    private static List<Effect> walked(List<Effect> said) {
        List<Effect> walked = new ArrayList<>();
        for (int place : Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)) {
            if (place < said.size()) {
                walked.add(said.get(place));
            }
        }
        return walked;
    }
}
