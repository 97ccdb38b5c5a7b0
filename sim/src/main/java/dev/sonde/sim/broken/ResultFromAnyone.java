package dev.sonde.sim.broken;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;

/** Row 15, Membership and Verdict: a stranger's result ends the probe. */
final class ResultFromAnyone extends BrokenLobby {

    ResultFromAnyone(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        Watch.Seen probe = result == null ? null : watch.probes.get(result.probe());
        if (probe != null && result != null && !probe.has(sender(input))) {
            passAs(probe.a(), result);
        } else {
            pass(input);
        }
    }
}
