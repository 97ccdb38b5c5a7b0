package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;

import java.util.List;

/** Row 33, AtomicMatch: a match is announced to one member; the other is never told. */
final class HalfAnnounced extends BrokenLobby {

    HalfAnnounced(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        boolean isFirst = true;
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.MatchFound) {
                if (!isFirst) {
                    said.remove(effect);
                }
                isFirst = false;
            }
        }
    }
}
