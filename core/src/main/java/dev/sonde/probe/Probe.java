package dev.sonde.probe;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome.Phase;
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

    Member other(Member member) {
        return member == a ? b : a;
    }
}
