package dev.sonde.matchmaking;

import dev.sonde.protocol.SubjectId;

import java.util.List;
import java.util.OptionalDouble;

/** What a {@link Matchmaker} sees of one waiting person. */
public interface Candidate {

    SubjectId subject();

    /** When the waiting began, on the lobby's clock. */
    long joinedAtNanos();

    /** The person's own round-trip time to the server, if the page told one. */
    OptionalDouble serverRttMillis();

    /** Who this person has played with before. */
    List<SubjectId> groupHistory();
}
