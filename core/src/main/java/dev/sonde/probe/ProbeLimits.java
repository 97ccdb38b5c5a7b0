package dev.sonde.probe;

import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.ProbeOutcome.Phase;

import org.jspecify.annotations.Nullable;

/** The limits of the live probes: one overall, and one of the phase for two of the phases. */
final class ProbeLimits {

    private final ProbeConfig config;
    private final DeadlineQueue<Probe> overall = new DeadlineQueue<>();
    private final DeadlineQueue<Probe> preparing = new DeadlineQueue<>();
    private final DeadlineQueue<Probe> settling = new DeadlineQueue<>();

    ProbeLimits(ProbeConfig config) {
        this.config = config;
    }

    void created(long nowNanos, Probe probe) {
        overall.set(probe.overall, nowNanos + config.timeoutNanos());
        preparing.set(probe.ofPhase, nowNanos + config.preparingNanos());
    }

    void connecting(Probe probe) {
        preparing.clear(probe.ofPhase);
    }

    void settling(long nowNanos, Probe probe) {
        settling.set(probe.ofPhase, nowNanos + config.settleNanos());
    }

    void ended(Probe probe) {
        overall.clear(probe.overall);
        (probe.phase == Phase.PREPARING ? preparing : settling).clear(probe.ofPhase);
    }

    /** A probe one of whose limits has passed, which is then set no more; null if none has. */
    @Nullable
    Probe pollDue(long nowNanos) {
        Probe probe = preparing.pollDue(nowNanos);
        if (probe == null) {
            probe = settling.pollDue(nowNanos);
        }
        return probe == null ? overall.pollDue(nowNanos) : probe;
    }

    long nextNanos() {
        return Math.min(overall.nextNanos(), Math.min(preparing.nextNanos(), settling.nextNanos()));
    }

    int size() {
        return overall.size() + preparing.size() + settling.size();
    }
}
