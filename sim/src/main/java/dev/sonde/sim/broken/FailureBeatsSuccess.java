package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SubjectId;

/** Row 30, Cause: one member's failure ends a probe that the other is about to succeed in. */
final class FailureBeatsSuccess extends BrokenLobby {

    FailureBeatsSuccess(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        pass(input);
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        SubjectId sender = sender(input);
        Watch.Seen probe = result == null ? null : watch.probes.get(result.probe());
        if (result != null
                && probe != null
                && sender != null
                && probe.has(sender)
                && watch.live.contains(probe.id())
                && result.report() instanceof Report.Failure) {
            passAs(probe.peerOf(sender), result);
        }
    }
}
