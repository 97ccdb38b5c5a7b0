package dev.sonde.sim.broken;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Row 6, Cause: a probe's timer is not cancelled when it completes, and ends a later one. */
final class TimerAfterEnd extends BrokenLobby {

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Set<ProbeId> ended = new LinkedHashSet<>();

    TimerAfterEnd(LobbyUnderTest real) {
        super(real);
    }

    @Override
    public long nextDeadlineNanos() {
        long next = super.nextDeadlineNanos();
        for (Watch.Seen probe : watch.probes.values()) {
            if (!watch.live.contains(probe.id()) && !ended.contains(probe.id())) {
                next = StrictMath.min(next, probe.createdAtNanos() + TIMEOUT_NANOS);
            }
        }
        return next;
    }

    @Override
    void rewrite(Input input, List<Effect> said) {
        said.removeIf(effect -> effect instanceof Effect.ProbeFinished finished
                && ended.contains(finished.probe()));
        for (Watch.Seen old : List.copyOf(watch.probes.values())) {
            if (!watch.live.contains(old.id())
                    && old.createdAtNanos() + TIMEOUT_NANOS <= nowNanos()
                    && ended.add(old.id())) {
                fire(old, said);
            }
        }
    }

    private void fire(Watch.Seen old, List<Effect> said) {
        Watch.Seen later = watch.probeOf(old.a());
        if (later != null && ended.add(later.id())) {
            ProbeOutcome.Phase phase = watch.started.contains(later.id())
                    ? ProbeOutcome.Phase.CONNECTING
                    : ProbeOutcome.Phase.PREPARING;
            said.add(new Effect.ProbeFinished(
                    later.id(),
                    later.a(),
                    later.b(),
                    new ProbeOutcome.Failed(ProbeOutcome.Reason.TIMEOUT, phase)));
        }
    }
}
