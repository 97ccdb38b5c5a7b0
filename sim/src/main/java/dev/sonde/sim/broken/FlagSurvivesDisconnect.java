package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Row 11, Reconnect and NoLeak: who drops during a probe is flagged as probing for ever; its joins
 * are put off.
 */
final class FlagSurvivesDisconnect extends BrokenLobby {

    private final Set<SubjectId> flagged = new LinkedHashSet<>();

    FlagSurvivesDisconnect(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        if (input instanceof Input.Disconnect disconnect) {
            SubjectId who = watch.who(disconnect.socket());
            if (who != null && watch.probeOf(who) != null) {
                flagged.add(who);
            }
        }
        said.removeIf(effect -> effect instanceof Effect.Send send
                && send.message() instanceof ServerMessage.WaitingRoomState
                && flagged.contains(send.subject()));
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        return super.snapshot().map(snapshot -> Flags.keep(snapshot, flagged));
    }
}
