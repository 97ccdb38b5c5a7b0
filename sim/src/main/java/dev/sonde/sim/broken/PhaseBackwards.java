package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeOutcome;

import java.util.List;

/** Monotone: a probe that has started ends as one that was preparing. */
final class PhaseBackwards extends BrokenLobby {

    PhaseBackwards(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect -> effect instanceof Effect.ProbeFinished finished
                        && finished.outcome() instanceof ProbeOutcome.Complete complete
                ? new Effect.ProbeFinished(
                        finished.probe(),
                        finished.subjectA(),
                        finished.subjectB(),
                        new ProbeOutcome.Complete(
                                complete.rttMillis(), ProbeOutcome.Phase.PREPARING))
                : effect);
    }
}
