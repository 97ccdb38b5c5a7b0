package dev.sonde.presence;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

/** What is known about one subject's connections. */
final class Presence {

    final SubjectId subject;
    final Deadline<Presence> probeGrace = new Deadline<>(this);
    final Deadline<Presence> grace = new Deadline<>(this);
    PresenceState state = PresenceState.ABSENT;
    Instance instance = Instance.NONE;
    /** The current connection; there is one exactly while present. */
    @Nullable
    Connection current;

    Presence(SubjectId subject) {
        this.subject = subject;
    }
}
