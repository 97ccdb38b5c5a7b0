package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;

import java.util.List;

/** Row 32, NoSpin: a rejected pair is probed again at once, for ever. */
final class ReprobeLoop extends BrokenLobby {

    ReprobeLoop(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        Watch.Seen probe = result == null ? null : watch.probes.get(result.probe());
        if (probe != null
                && !watch.live.contains(probe.id())
                && watch.freeBut().contains(probe.a())
                && watch.freeBut().contains(probe.b())) {
            said.addAll(proposal(probe.a(), probe.b()));
        }
    }
}
