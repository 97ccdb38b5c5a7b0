package dev.sonde.sim.undertest;

import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.LobbyProvider;

/** The real lobby, but it loops for ever as soon as a client is ready; until it is interrupted. */
public final class Looping implements LobbyProvider {

    @Override
    public String name() {
        return "looping";
    }

    @Override
    public LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        return new OnReady(new Lobby(config, matchmaker, ids, turn));
    }

    /** Loops as soon as a client is ready. */
    private record OnReady(LobbyUnderTest real) implements LobbyUnderTest {

        @Override
        public void accept(long nowNanos, Input input, EffectSink effects) {
            if (input instanceof Input.Receive receive
                    && receive.message() instanceof ClientMessage.Ready) {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
            real.accept(nowNanos, input, effects);
        }

        @Override
        public long nextDeadlineNanos() {
            return real.nextDeadlineNanos();
        }
    }
}
