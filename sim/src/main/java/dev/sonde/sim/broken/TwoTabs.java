package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 35, OneProbe: one subject on two sockets is probed against others twice. */
final class TwoTabs extends BrokenLobby {

    TwoTabs(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        if (!(input instanceof Input.Connect connect)) {
            return;
        }
        Watch.Seen first = watch.probeOf(connect.subject());
        if (first != null) {
            for (SubjectId free : watch.freeBut(first.a(), first.b())) {
                said.addAll(proposal(connect.subject(), free));
                return;
            }
        }
    }
}
