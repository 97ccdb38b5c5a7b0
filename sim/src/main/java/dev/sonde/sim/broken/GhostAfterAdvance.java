package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Row 21, NoGhost: who left the room in another way is out, but still listed. */
final class GhostAfterAdvance extends BrokenLobby {

    private final Set<SubjectId> ghosts = new LinkedHashSet<>();

    GhostAfterAdvance(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(message(input, ClientMessage.Leave.class) == null ? input : Input.WAKE);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        SubjectId sender = sender(input);
        said.removeIf(effect ->
                effect instanceof Effect.StayClosed closed && ghosts.contains(closed.subject()));
        if (message(input, ClientMessage.Leave.class) != null
                && sender != null
                && watch.waiting.contains(sender)) {
            ghosts.add(sender);
            said.add(new Effect.StayClosed(sender, StayEnd.LEFT));
        }
    }
}
