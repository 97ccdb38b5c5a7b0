package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.Set;

/** Row 2, BothReady: a counter of readys, so that one client's second ready starts the probe. */
final class ReadyCounter extends BrokenLobby {

    private final Set<ProbeId> readyOnce = new LinkedHashSet<>();

    ReadyCounter(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input);
        ClientMessage.Ready ready = message(input, ClientMessage.Ready.class);
        SubjectId sender = sender(input);
        Watch.Seen probe = ready == null ? null : watch.probes.get(ready.probe());
        if (probe != null && sender != null && probe.has(sender) && !readyOnce.add(probe.id())) {
            passAs(probe.peerOf(sender), new ClientMessage.Ready(probe.id()));
        }
    }
}
