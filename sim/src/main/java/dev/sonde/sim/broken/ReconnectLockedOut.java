package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Row 17, Reconnect: a fast reconnect while the old socket counts as alive is refused for good. */
final class ReconnectLockedOut extends BrokenLobby {

    private final Map<SubjectId, SocketId> alive = new LinkedHashMap<>();
    private final Set<SocketId> lockedOut = new LinkedHashSet<>();

    ReconnectLockedOut(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        if (input instanceof Input.Connect connect
                && alive.putIfAbsent(connect.subject(), connect.socket()) != null) {
            lockedOut.add(connect.socket());
        }
        boolean isIgnored = (input instanceof Input.Connect connect
                        && lockedOut.contains(connect.socket()))
                || (input instanceof Input.Receive receive && lockedOut.contains(receive.socket()));
        pass(isIgnored ? Input.WAKE : input);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect -> effect instanceof Effect.Send send && watch.isDead(send.socket()));
    }
}
