package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Row 45, NoGhost: the matchmaker decides on a copy of the waiting list that was taken before a
 * leave.
 */
final class StaleSnapshot extends BrokenLobby {

    private final List<Input> late = new ArrayList<>();
    private final Set<SubjectId> out = new LinkedHashSet<>();
    private boolean isDecided;

    StaleSnapshot(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        if (message(input, ClientMessage.Leave.class) == null) {
            if (isDecided) {
                late.forEach(this::pass);
                late.clear();
            }
            pass(input);
            isDecided = message(input, ClientMessage.Join.class) != null;
        } else {
            late.add(input);
            isDecided = false;
        }
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect ->
                effect instanceof Effect.StayClosed closed && out.remove(closed.subject()));
        SubjectId sender = sender(input);
        if (late.contains(input) && sender != null && out.add(sender)) {
            said.add(new Effect.StayClosed(sender, StayEnd.LEFT));
        }
    }
}
