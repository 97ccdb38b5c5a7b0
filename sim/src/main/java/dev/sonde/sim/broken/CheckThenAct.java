package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** Row 26, OneProbe: two proposals pick the same person before either flags it. */
final class CheckThenAct extends BrokenLobby {

    CheckThenAct(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.ProbeCreated created) {
                for (SubjectId free : watch.freeBut(created.subjectA(), created.subjectB())) {
                    said.addAll(proposal(free, created.subjectA()));
                    return;
                }
            }
        }
    }
}
