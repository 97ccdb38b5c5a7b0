package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;

import java.util.ArrayList;
import java.util.List;

/**
 * Row 29, Fifo: start is sent to one member before the other has the probe, so that an early offer
 * is lost.
 */
final class StartBeforePeer extends BrokenLobby {

    private final List<Effect> late = new ArrayList<>();

    StartBeforePeer(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        List<Effect> overdue = List.copyOf(late);
        late.clear();
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Start
                    && late.isEmpty()) {
                // The answerer is the first to be told.
                late.add(effect);
                said.remove(effect);
            }
        }
        said.addAll(overdue);
    }
}
