package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/** Conservation: a shutdown drops the live probes without completing them. */
final class ShutdownForgets extends BrokenLobby {

    ShutdownForgets(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        if (input instanceof Input.Shutdown) {
            said.removeIf(effect -> effect instanceof Effect.ProbeFinished);
        }
    }
}
