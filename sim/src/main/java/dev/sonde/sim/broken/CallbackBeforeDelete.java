package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;

import java.util.List;

/**
 * Row 13, CompleteOnce: the probe is removed only after its completion was told, so that the second
 * result completes it again.
 */
final class CallbackBeforeDelete extends BrokenLobby {

    CallbackBeforeDelete(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        Watch.Seen probe = result == null ? null : watch.probes.get(result.probe());
        if (probe != null
                && !watch.live.contains(probe.id())
                && result != null
                && result.report() instanceof Report.Success success) {
            said.add(new Effect.ProbeFinished(
                    probe.id(),
                    probe.a(),
                    probe.b(),
                    new ProbeOutcome.Complete(success.rttMillis(), ProbeOutcome.Phase.CONNECTING)));
        }
    }
}
