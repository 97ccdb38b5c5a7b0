package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Row 7, CompleteOnce: a result and the timeout at the same instant complete twice. */
final class LateTimerWins extends BrokenLobby {

    private Effect.@Nullable ProbeFinished last;
    private long endedAtNanos;

    LateTimerWins(LobbyUnderTest real) {
        super(real);
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        for (Effect effect : said) {
            if (effect instanceof Effect.ProbeFinished finished
                    && finished.outcome() instanceof ProbeOutcome.Failed) {
                last = finished;
                endedAtNanos = nowNanos();
            }
        }
        ClientMessage.Result result = message(input, ClientMessage.Result.class);
        Effect.ProbeFinished ended = last;
        if (result != null
                && ended != null
                && result.probe().equals(ended.probe())
                && endedAtNanos == nowNanos()
                && result.report() instanceof Report.Success success) {
            said.add(new Effect.ProbeFinished(
                    ended.probe(),
                    ended.subjectA(),
                    ended.subjectB(),
                    new ProbeOutcome.Complete(
                            success.rttMillis(), ended.outcome().phase())));
        }
    }
}
