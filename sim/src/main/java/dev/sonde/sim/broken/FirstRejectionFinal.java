package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeOutcome;

import java.util.List;

/** Row 31, NoLostWakeup: after the first rejected probe no other candidate is tried. */
final class FirstRejectionFinal extends BrokenLobby {

    private final Forgetting forgetting;

    private FirstRejectionFinal(LobbyUnderTest real, Forgetting forgetting) {
        super(real);
        this.forgetting = forgetting;
    }

    static LobbyUnderTest around(RealLobby real) {
        Forgetting forgetting = new Forgetting();
        return new FirstRejectionFinal(
                real.with(strategy -> new PickyMatchmaker(strategy, forgetting::allows)),
                forgetting);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        boolean isMatched = said.stream().anyMatch(Effect.MatchFormed.class::isInstance);
        for (Effect effect : said) {
            if (effect instanceof Effect.ProbeFinished finished
                    && finished.outcome() instanceof ProbeOutcome.Complete
                    && !isMatched) {
                forgetting.person(finished.subjectA());
                forgetting.person(finished.subjectB());
            }
        }
    }
}
