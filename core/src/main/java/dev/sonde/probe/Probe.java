package dev.sonde.probe;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.ProbeOutcome.Phase;
import dev.sonde.protocol.ProbeOutcome.Reason;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

/** One probe. */
final class Probe {

    final ProbeId id;
    final Member a;
    final Member b;
    /** The overall limit while it lives; when it is forgotten, once it has ended. */
    final Deadline<Probe> overall = new Deadline<>(this);
    /** The limit of preparing or of settling. */
    final Deadline<Probe> ofPhase = new Deadline<>(this);

    Phase phase = Phase.PREPARING;

    Probe(ProbeId id, SubjectId a, SubjectId b) {
        this.id = id;
        this.a = new Member(a);
        this.b = new Member(b);
    }

    boolean isLive() {
        return phase != Phase.ENDED;
    }

    /** The member with this subject, or null if it is not a member. */
    @Nullable
    Member member(SubjectId subject) {
        return a.subject.equals(subject) ? a : b.subject.equals(subject) ? b : null;
    }

    /** @throws IllegalStateException if it is not a member */
    Member memberFor(SubjectId subject) {
        Member member = member(subject);
        if (member == null) {
            throw new IllegalStateException(subject + " is indexed under a probe of others");
        }
        return member;
    }

    /** What the reports that are in hand come to. */
    ProbeOutcome outcomeOfReports(ResultPolicy policy) {
        if (!a.hasSucceeded() && !b.hasSucceeded()) {
            return new ProbeOutcome.Failed(Reason.REPORTED_FAILURE, phase);
        }
        double rttMillis = !a.hasSucceeded()
                ? b.rttMillis
                : !b.hasSucceeded() ? a.rttMillis : policy.combine(a.rttMillis, b.rttMillis);
        return new ProbeOutcome.Complete(rttMillis, phase);
    }

    Member other(Member member) {
        return member == a ? b : a;
    }
}
