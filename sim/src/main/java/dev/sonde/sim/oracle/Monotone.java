package dev.sonde.sim.oracle;

import dev.sonde.lobby.Effect;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

/** Phases only move forward; time never goes back. */
final class Monotone extends Invariant implements Hooks.OnPrepare, Hooks.OnFinished {

    Monotone(Ledger ledger) {
        super(ledger, "Monotone");
    }

    /** Before the ledger takes over the new time. */
    void time(long event, long nowNanos) {
        if (nowNanos < ledger.nowNanos) {
            fails("time went back from " + Words.millis(ledger.nowNanos) + " to "
                    + Words.millis(nowNanos));
        } else if (event < ledger.event) {
            fails("event " + event + " came after event " + ledger.event);
        }
    }

    @Override
    public void prepared(
            Effect.Send effect,
            ServerMessage.Prepare message,
            @Nullable Connection to,
            @Nullable ProbeLog probe) {
        if (probe != null && probe.phase != Phase.PREPARING) {
            fails(effect.subject() + " was sent the preparation of " + Words.probe(probe)
                    + ", which was " + probe.phase.wireName() + " already");
        }
    }

    @Override
    public void finished(Effect.ProbeFinished effect, @Nullable ProbeLog probe) {
        if (probe == null || !probe.isLive()) {
            return;
        }
        Phase told = effect.outcome().phase();
        Phase reached = probe.phaseAtStartOf(ledger.step);
        if (told.compareTo(reached) < 0 || told == Phase.ENDED) {
            fails(Words.probe(probe) + " ended while " + told.wireName() + ", but it was "
                    + reached.wireName() + " before");
        }
    }
}
