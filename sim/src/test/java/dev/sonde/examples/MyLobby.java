package dev.sonde.examples;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyProvider;

/** A coordinator of your own. This one stands for it: the real one, but it never tells a match. */
final class MyLobby implements LobbyUnderTest {

    private final LobbyUnderTest real;

    private MyLobby(LobbyUnderTest real) {
        this.real = real;
    }

    @Override
    public void accept(long nowNanos, Input input, EffectSink effects) {
        real.accept(nowNanos, input, effect -> {
            boolean tellsMatch = effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.MatchFound;
            if (!tellsMatch) {
                effects.emit(effect);
            }
        });
    }

    @Override
    public long nextDeadlineNanos() {
        return real.nextDeadlineNanos();
    }

    /** Named in {@code META-INF/services/dev.sonde.sim.LobbyProvider}. */
    public static final class Provider implements LobbyProvider {

        @Override
        public String name() {
            return "my-lobby";
        }

        @Override
        public LobbyUnderTest create(
                LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
            return new MyLobby(new Lobby(config, matchmaker, ids, turn));
        }
    }
}
