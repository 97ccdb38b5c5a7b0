package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeOutcome;

import java.util.List;

/** Row 10, FailClass: any failed probe bans the pair for ever. */
final class BlacklistAny extends BrokenLobby {

    private final Forgetting forgetting;

    private BlacklistAny(LobbyUnderTest real, Forgetting forgetting) {
        super(real);
        this.forgetting = forgetting;
    }

    static LobbyUnderTest around(RealLobby real) {
        Forgetting forgetting = new Forgetting();
        return new BlacklistAny(
                real.with(strategy -> new PickyMatchmaker(strategy, forgetting::allows)),
                forgetting);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : said) {
            if (effect instanceof Effect.ProbeFinished finished
                    && finished.outcome() instanceof ProbeOutcome.Failed) {
                forgetting.pair(finished.subjectA(), finished.subjectB());
            }
        }
    }
}
