package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;

/** Row 3, BothReady and Membership: any socket's ready is counted. */
final class StrangerReady extends BrokenLobby {

    StrangerReady(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input);
        ClientMessage.Ready ready = message(input, ClientMessage.Ready.class);
        Watch.Seen probe = ready == null ? null : watch.probes.get(ready.probe());
        if (probe != null && !probe.has(sender(input))) {
            passAs(probe.a(), new ClientMessage.Ready(probe.id()));
            passAs(probe.b(), new ClientMessage.Ready(probe.id()));
        }
    }
}
