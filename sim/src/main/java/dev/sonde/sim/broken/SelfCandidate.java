package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 20, NoSelf: the joiner's own old entry is not excluded. */
final class SelfCandidate extends BrokenLobby {

    SelfCandidate(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        SubjectId sender = sender(input);
        if (message(input, ClientMessage.Join.class) != null
                && sender != null
                && watch.waiting.contains(sender)
                && watch.probeOf(sender) == null) {
            said.addAll(proposal(sender, sender));
        }
    }
}
