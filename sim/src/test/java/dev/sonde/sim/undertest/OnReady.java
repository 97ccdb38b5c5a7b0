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

/** The real lobby, but something happens in it as soon as a client is ready. */
abstract class OnReady implements LobbyProvider {

    /** What happens before the lobby hears of it. */
    abstract void happens();

    @Override
    public final LobbyUnderTest create(
            LobbyConfig config, Matchmaker matchmaker, Ids ids, TurnCredentialSource turn) {
        Lobby real = new Lobby(config, matchmaker, ids, turn);
        return new LobbyUnderTest() {

            @Override
            public void accept(long nowNanos, Input input, EffectSink effects) {
                if (input instanceof Input.Receive receive
                        && receive.message() instanceof ClientMessage.Ready) {
                    happens();
                }
                real.accept(nowNanos, input, effects);
            }

            @Override
            public long nextDeadlineNanos() {
                return real.nextDeadlineNanos();
            }
        };
    }
}
