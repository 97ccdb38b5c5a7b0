package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/**
 * Row 46, Draining: who may still be measuring for the last probe is proposed, and its late
 * continuation closes the next one.
 */
final class ProposedWhileDraining extends BrokenLobby {

    ProposedWhileDraining(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        SubjectId sender = sender(input);
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.ProbeFinished finished
                    && finished.outcome() instanceof ProbeOutcome.Complete
                    && sender != null) {
                SubjectId other = finished.subjectA().equals(sender)
                        ? finished.subjectB()
                        : finished.subjectA();
                for (SubjectId free : watch.freeBut(sender, other)) {
                    said.removeIf(Effect.ProbeCreated.class::isInstance);
                    said.removeIf(one -> one instanceof Effect.Send send
                            && send.message() instanceof ServerMessage.Prepare);
                    said.addAll(proposal(free, other));
                    return;
                }
            }
        }
    }
}
