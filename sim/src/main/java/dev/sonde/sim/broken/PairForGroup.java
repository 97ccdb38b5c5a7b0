package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/** Row 19, GroupComplete: of a group of three only one pair is measured. */
final class PairForGroup extends BrokenLobby {

    PairForGroup(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect ->
                effect instanceof Effect.MatchFormed formed && formed.pairs().size() > 1
                        ? new Effect.MatchFormed(
                                formed.match(), formed.members(), formed.pairs().subList(0, 1))
                        : effect);
    }
}
