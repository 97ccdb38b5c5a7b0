package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/**
 * Row 18, CompleteOnce: what is pending is looked up by pair, so that an ended probe of the same
 * two is taken.
 */
final class LookupByPair extends BrokenLobby {

    LookupByPair(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect -> effect instanceof Effect.ProbeFinished finished
                ? withFirstIdOfPair(finished)
                : effect);
    }

    private Effect withFirstIdOfPair(Effect.ProbeFinished finished) {
        for (Watch.Seen seen : watch.probes.values()) {
            if (seen.has(finished.subjectA()) && seen.has(finished.subjectB())) {
                return new Effect.ProbeFinished(
                        seen.id(), finished.subjectA(), finished.subjectB(), finished.outcome());
            }
        }
        return finished;
    }
}
