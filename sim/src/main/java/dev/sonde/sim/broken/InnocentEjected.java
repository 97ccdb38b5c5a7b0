package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/** Row 25, Survivor: the partner leaves, and the innocent one is thrown out. */
final class InnocentEjected extends BrokenLobby {

    InnocentEjected(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        if (said.stream().anyMatch(Effect.MatchCancelled.class::isInstance)) {
            said.removeIf(effect -> effect instanceof Effect.StayOpened);
        }
    }
}
