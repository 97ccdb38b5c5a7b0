package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Row 36, Reconnect: the socket layer tells one disconnect twice, and the second one hits the new
 * socket.
 */
final class DoubleDisconnect extends BrokenLobby {

    private final Set<SocketId> told = new LinkedHashSet<>();

    DoubleDisconnect(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input);
        if (input instanceof Input.Disconnect disconnect && !told.add(disconnect.socket())) {
            SubjectId who = watch.who(disconnect.socket());
            if (who != null) {
                pass(new Input.Disconnect(watch.socketOf(who)));
            }
        }
    }
}
