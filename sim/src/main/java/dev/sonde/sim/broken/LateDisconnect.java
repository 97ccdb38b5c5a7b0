package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Row 37, Reconnect: the old socket's disconnect comes after the new one's connect, and removes the
 * subject.
 */
final class LateDisconnect extends BrokenLobby {

    private final Set<SubjectId> removed = new LinkedHashSet<>();

    LateDisconnect(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect ->
                effect instanceof Effect.StayClosed closed && removed.contains(closed.subject()));
        if (input instanceof Input.Disconnect disconnect) {
            SubjectId who = watch.who(disconnect.socket());
            if (who != null
                    && !disconnect.socket().equals(watch.socketOf(who))
                    && watch.waiting.contains(who)) {
                removed.add(who);
                said.add(new Effect.StayClosed(who, StayEnd.LOST));
            }
        }
    }
}
