package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;

import java.util.List;

/**
 * Row 47, BothReady: start is sent again after a reconnect; the client builds a second connection
 * and fails.
 */
final class StartAgainOnReturn extends BrokenLobby {

    StartAgainOnReturn(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        if (input instanceof Input.Connect connect) {
            Watch.Seen probe = watch.probeOf(connect.subject());
            if (probe != null && watch.started.contains(probe.id())) {
                said.add(send(connect.subject(), new ServerMessage.Start(probe.id())));
            }
        }
    }
}
