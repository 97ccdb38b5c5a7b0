package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Bounded: signals beyond the limit are relayed all the same. */
final class UnboundedRelay extends BrokenLobby {

    UnboundedRelay(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Signal signal = message(input, ClientMessage.Signal.class);
        SubjectId sender = sender(input);
        boolean isDropped = said.removeIf(effect -> effect instanceof Effect.Refused refused
                && refused.reason() == Refusal.SIGNAL_LIMIT);
        if (isDropped && signal != null && sender != null) {
            said.add(send(
                    signal.target(),
                    new ServerMessage.RelayedSignal(
                            signal.probe(), signal.type(), sender, signal.payload())));
        }
    }
}
