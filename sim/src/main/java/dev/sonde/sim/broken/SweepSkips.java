package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Row 42, Terminates: the sweep removes entries while it goes through them, and skips one. */
final class SweepSkips extends BrokenLobby {

    private final Set<ProbeId> skipped = new LinkedHashSet<>();

    SweepSkips(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        int ended = 0;
        for (Effect effect : List.copyOf(said)) {
            if (effect instanceof Effect.ProbeFinished finished && ++ended % 2 == 0) {
                skipped.add(finished.probe());
                said.remove(effect);
            }
        }
        // Who is left in the skipped one is busy, so nothing new may begin.
        if (!skipped.isEmpty()) {
            said.removeIf(effect -> !(effect instanceof Effect.ProbeFinished)
                    && !(effect instanceof Effect.StayOpened));
        }
    }
}
