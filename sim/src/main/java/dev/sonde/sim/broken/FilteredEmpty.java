package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.StayEnd;

import java.util.List;

/**
 * Row 8, NoLostWakeup: the remaining candidate left, the list is filtered to empty, and nobody
 * schedules a new look at those who stay.
 */
final class FilteredEmpty extends BrokenLobby {

    private final Forgetting forgetting;

    private FilteredEmpty(LobbyUnderTest real, Forgetting forgetting) {
        super(real);
        this.forgetting = forgetting;
    }

    static LobbyUnderTest around(RealLobby real) {
        Forgetting forgetting = new Forgetting();
        return new FilteredEmpty(
                real.with(strategy -> new PickyMatchmaker(strategy, forgetting::allows)),
                forgetting);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : said) {
            if (effect instanceof Effect.StayClosed closed && closed.reason() != StayEnd.MATCHED) {
                watch.waiting.forEach(forgetting::person);
            }
        }
    }
}
