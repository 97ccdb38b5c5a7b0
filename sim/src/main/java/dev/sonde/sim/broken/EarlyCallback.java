package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Row 1, CompleteOnce and NoLeak: a member's socket went unnoticed; completion runs inside the
 * creating call, and both stay flagged for ever.
 */
final class EarlyCallback extends BrokenLobby {

    private final Set<ProbeId> ended = new LinkedHashSet<>();
    private final Set<SubjectId> flagged = new LinkedHashSet<>();

    EarlyCallback(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void perform(Input input) {
        // The room does not hear of the disconnect in time.
        pass(input instanceof Input.Disconnect ? Input.WAKE : input);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        List<Effect> now = new ArrayList<>();
        List<Effect> completions = new ArrayList<>();
        for (Effect effect : said) {
            if (effect instanceof Effect.ProbeFinished finished
                    && ended.contains(finished.probe())) {
                continue;
            }
            if (effect instanceof Effect.Send send && watch.isDead(send.socket())) {
                continue;
            }
            now.add(effect);
            if (effect instanceof Effect.ProbeCreated created && lacksSocket(created)) {
                ended.add(created.probe());
                flagged.add(created.subjectA());
                flagged.add(created.subjectB());
                completions.add(new Effect.ProbeFinished(
                        created.probe(),
                        created.subjectA(),
                        created.subjectB(),
                        new ProbeOutcome.Failed(
                                ProbeOutcome.Reason.NO_SOCKET, ProbeOutcome.Phase.PREPARING)));
            }
        }
        said.clear();
        said.addAll(now);
        said.addAll(completions);
    }

    private boolean lacksSocket(Effect.ProbeCreated created) {
        return watch.isDead(watch.socketOf(created.subjectA()))
                || watch.isDead(watch.socketOf(created.subjectB()));
    }

    @Override
    public Optional<LobbySnapshot> snapshot() {
        return super.snapshot().map(snapshot -> Flags.keep(snapshot, flagged));
    }
}
