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
 * Row 44, Secrets: credentials are sent with prepare to a socket that is no longer the member's.
 */
final class TurnLeak extends BrokenLobby {

    private final Map<SubjectId, SocketId> first = new LinkedHashMap<>();

    TurnLeak(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.replaceAll(effect -> {
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Prepare) {
                SocketId socket = first.computeIfAbsent(send.subject(), this::oldestSocketOf);
                return new Effect.Send(socket, send.subject(), send.message());
            }
            return effect;
        });
    }

    private SocketId oldestSocketOf(SubjectId subject) {
        for (Map.Entry<SocketId, SubjectId> entry : watch.owner.entrySet()) {
            if (entry.getValue().equals(subject)) {
                return entry.getKey();
            }
        }
        return watch.socketOf(subject);
    }
}
