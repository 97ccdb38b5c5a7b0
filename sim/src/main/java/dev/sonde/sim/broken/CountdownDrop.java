package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Row 24, Survivor: the partner leaves between match and start; the other waits on a dead match.
 */
final class CountdownDrop extends BrokenLobby {

    private final Set<SubjectId> matched = new LinkedHashSet<>();

    CountdownDrop(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        SubjectId sender = sender(input);
        boolean isLeave = message(input, ClientMessage.Leave.class) != null;
        pass(isLeave && sender != null && matched.contains(sender) ? Input.WAKE : input);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : said) {
            if (effect instanceof Effect.MatchFormed formed) {
                matched.addAll(formed.members());
            }
        }
    }
}
