package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/**
 * Row 12, OneProbe: the late end of an old probe frees a member during its new one, who is then
 * proposed again.
 */
final class FlagFreedByOldProbe extends BrokenLobby {

    FlagFreedByOldProbe(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        SubjectId sender = sender(input);
        if (result == null || sender == null || watch.live.contains(result.probe())) {
            return;
        }
        Watch.Seen busy = watch.probeOf(sender);
        if (busy != null) {
            for (SubjectId free : watch.freeBut(busy.a(), busy.b())) {
                said.addAll(proposal(free, sender));
                return;
            }
        }
    }
}
