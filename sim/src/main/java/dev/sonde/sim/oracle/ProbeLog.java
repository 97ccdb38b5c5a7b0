package dev.sonde.sim.oracle;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome.Phase;

import org.jspecify.annotations.Nullable;

/** What inputs and effects told about one probe. */
final class ProbeLog {

    final ProbeId id;
    final Side a;
    final Side b;
    final long createdAtNanos;
    final long createdStep;

    /** True if a member had no connection when the probe was created. */
    final boolean lacksSocket;

    /** The phase that inputs and effects add up to. */
    Phase phase = Phase.PREPARING;

    /** The phase before {@link #phaseStep}. */
    Phase phaseBefore = Phase.PREPARING;

    long phaseStep;

    /** A member said on its current connection that the data channel is open. */
    boolean wasMeasuring;

    /** When the first report came; meaningful while settling. */
    long firstReportAtNanos;

    ProbeLog(ProbeId id, Person a, Person b, long createdAtNanos, long createdStep) {
        this.id = id;
        this.a = new Side(a);
        this.b = new Side(b);
        this.createdAtNanos = createdAtNanos;
        this.createdStep = createdStep;
        this.lacksSocket = !a.isPresent() || !b.isPresent();
    }

    boolean isLive() {
        return phase != Phase.ENDED;
    }

    boolean isStarted() {
        return a.isStarted || b.isStarted;
    }

    @Nullable
    Side sideOf(@Nullable Person person) {
        return a.person == person ? a : b.person == person ? b : null;
    }

    Side other(Side side) {
        return side == a ? b : a;
    }

    void advance(Phase to, long step) {
        if (phaseStep != step) {
            phaseBefore = phase;
            phaseStep = step;
        }
        phase = to;
    }

    /** The phase in which the probe was when this step began. */
    Phase phaseAtStartOf(long step) {
        return phaseStep == step ? phaseBefore : phase;
    }
}
