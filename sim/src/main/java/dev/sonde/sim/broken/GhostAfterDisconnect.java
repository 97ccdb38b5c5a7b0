package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import java.util.List;

/** Row 22, NoGhost: the disconnect path returns early and leaves the person listed. */
final class GhostAfterDisconnect extends BrokenLobby {

    GhostAfterDisconnect(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input instanceof Input.Disconnect ? Input.WAKE : input);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect -> effect instanceof Effect.Send send && watch.isDead(send.socket()));
    }
}
