package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 41, Membership and Attribution: a member of one probe signals into another. */
final class CrossProbe extends BrokenLobby {

    CrossProbe(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Signal signal = message(input, ClientMessage.Signal.class);
        SubjectId sender = sender(input);
        Watch.Seen probe = signal == null ? null : watch.probes.get(signal.probe());
        if (signal != null
                && probe != null
                && sender != null
                && !probe.has(sender)
                && watch.current.containsKey(signal.target())) {
            said.add(send(
                    signal.target(),
                    new ServerMessage.RelayedSignal(
                            probe.id(), signal.type(), sender, signal.payload())));
        }
    }
}
