package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 40, Membership: a signal whose target is its sender is relayed. */
final class SignalToSelf extends BrokenLobby {

    SignalToSelf(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Signal signal = message(input, ClientMessage.Signal.class);
        SubjectId sender = sender(input);
        if (signal != null && sender != null && signal.target().equals(sender)) {
            said.add(send(
                    sender,
                    new ServerMessage.RelayedSignal(
                            signal.probe(), signal.type(), sender, signal.payload())));
        }
    }
}
