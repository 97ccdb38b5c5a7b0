package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeOutcome;

import java.util.List;

/**
 * Row 34, NoSpin: the gate for ready is shorter than the setup; the pair is pooled and proposed
 * again for ever.
 */
final class ReadyGateShorterThanSetup extends BrokenLobby {

    ReadyGateShorterThanSetup(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.ProbeFinished finished
                    && finished.outcome() instanceof ProbeOutcome.Failed failed
                    && failed.phase() == ProbeOutcome.Phase.PREPARING
                    && failed.reason() == ProbeOutcome.Reason.TIMEOUT) {
                said.addAll(proposal(finished.subjectA(), finished.subjectB()));
            }
        }
    }
}
