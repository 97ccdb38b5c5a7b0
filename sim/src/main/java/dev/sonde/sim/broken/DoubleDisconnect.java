package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Row 36, Reconnect: the socket layer tells one disconnect twice, and the second one hits the new
 * socket: it comes late, right behind the next connection of the same person.
 */
final class DoubleDisconnect extends BrokenLobby {

    private final Set<SubjectId> toldOnce = new LinkedHashSet<>();

    DoubleDisconnect(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input);
        if (input instanceof Input.Disconnect disconnect) {
            SubjectId who = watch.who(disconnect.socket());
            if (who != null) {
                toldOnce.add(who);
            }
        } else if (input instanceof Input.Connect connect && toldOnce.remove(connect.subject())) {
            pass(new Input.Disconnect(connect.socket()));
        }
    }
}
