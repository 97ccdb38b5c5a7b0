package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/**
 * Row 9, NoLostWakeup: accepted, but the other left in the last moment; who stays is not looked at
 * again.
 */
final class SurvivorForgotten extends BrokenLobby {

    private final Forgetting forgetting;

    private SurvivorForgotten(LobbyUnderTest real, Forgetting forgetting) {
        super(real);
        this.forgetting = forgetting;
    }

    static LobbyUnderTest around(RealLobby real) {
        Forgetting forgetting = new Forgetting();
        return new SurvivorForgotten(
                real.with(strategy -> new PickyMatchmaker(strategy, forgetting::allows)),
                forgetting);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : said) {
            if (effect instanceof Effect.MatchCancelled) {
                said.stream()
                        .filter(Effect.StayOpened.class::isInstance)
                        .map(Effect.StayOpened.class::cast)
                        .forEach(opened -> forgetting.person(opened.subject()));
            }
        }
    }
}
