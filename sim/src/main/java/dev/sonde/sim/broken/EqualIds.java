package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 28, OneInitiator: two ids that are equal as numbers are paired, and nobody offers. */
final class EqualIds extends BrokenLobby {

    EqualIds(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        SubjectId sender = sender(input);
        boolean hasProposal = said.stream().anyMatch(Effect.ProbeCreated.class::isInstance);
        if (message(input, ClientMessage.Join.class) != null && sender != null && !hasProposal) {
            for (SubjectId free : watch.freeBut(sender)) {
                said.addAll(proposal(sender, free));
                return;
            }
        }
    }
}
