package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;

import java.util.List;

/**
 * Row 27, BoundedWait: the waiting time is kept by the browser only; a hidden tab waits for ever.
 */
final class ClientOnlyExpiry extends BrokenLobby {

    ClientOnlyExpiry(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect ->
                effect instanceof Effect.StayClosed closed && closed.reason() == StayEnd.EXPIRED);
        said.removeIf(effect -> effect instanceof Effect.Send send
                && send.message() instanceof ServerMessage.WaitingRoomClosed);
    }
}
