package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Row 16, FreshSocket: sockets are remembered at creation, so that after a reconnect what belongs
 * to the probe goes to the dead one.
 */
final class CachedSocket extends BrokenLobby {

    private final Map<SubjectId, SocketId> remembered = new LinkedHashMap<>();

    CachedSocket(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect -> {
            if (effect instanceof Effect.ProbeCreated created) {
                remembered.put(created.subjectA(), watch.socketOf(created.subjectA()));
                remembered.put(created.subjectB(), watch.socketOf(created.subjectB()));
            } else if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.RelayedSignal) {
                SocketId cached = remembered.getOrDefault(send.subject(), send.socket());
                return new Effect.Send(cached, send.subject(), send.message());
            }
            return effect;
        });
    }
}
