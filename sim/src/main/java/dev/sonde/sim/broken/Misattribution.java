package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;

import java.util.List;

/** Attribution: the sender of a signal is filled in as the other member. */
final class Misattribution extends BrokenLobby {

    Misattribution(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect -> effect instanceof Effect.Send send
                        && send.message() instanceof ServerMessage.RelayedSignal relayed
                ? new Effect.Send(
                        send.socket(),
                        send.subject(),
                        new ServerMessage.RelayedSignal(
                                relayed.probe(), relayed.type(), send.subject(), relayed.payload()))
                : effect);
    }
}
