package dev.sonde.lobby;

import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/**
 * All that a lobby can cause. {@link Send} and {@link Close} are for the driver to perform; the
 * rest says what happened, to whoever listens: metrics, a webhook, the oracle.
 */
public sealed interface Effect {

    record Send(SocketId socket, SubjectId subject, ServerMessage message) implements Effect {}

    /** End this connection from our side, so that the client does not come back by itself. */
    record Close(SocketId socket, SubjectId subject) implements Effect {}

    record ProbeCreated(ProbeId probe, SubjectId subjectA, SubjectId subjectB) implements Effect {}

    /** Exactly once for each {@link ProbeCreated}, and after it. */
    record ProbeFinished(
            ProbeId probe, SubjectId subjectA, SubjectId subjectB, ProbeOutcome outcome)
            implements Effect {}

    /**
     * Somebody entered waiting: by joining, or again because a match was cancelled.
     *
     * @param joinedAtNanos when the waiting began; older than now after a cancelled match
     */
    record StayOpened(SubjectId subject, long joinedAtNanos) implements Effect {}

    record StayClosed(SubjectId subject, StayEnd reason) implements Effect {}

    /**
     * A match. All its members' stays were closed as {@link StayEnd#MATCHED} in the same step.
     *
     * @param pairs the accepted measurement of each pair; empty if no limit is set
     */
    record MatchFormed(MatchId match, List<SubjectId> members, List<PairRtt> pairs)
            implements Effect {
        public MatchFormed {
            members = List.copyOf(members);
            pairs = List.copyOf(pairs);
        }
    }

    /** One measured pair. */
    record PairRtt(SubjectId subjectA, SubjectId subjectB, double rttMillis) {}

    /** The hold is over; nothing here can undo the match any more. */
    record MatchFinal(MatchId match) implements Effect {}

    /** Somebody was lost or left before the match became final. */
    record MatchCancelled(MatchId match, SubjectId cause, String reason) implements Effect {}

    /** An input was refused, and changed nothing. */
    record Refused(SocketId socket, String event, Refusal reason) implements Effect {}

    /** A matchmaker that a user supplied threw; its proposal counts as none. */
    record StrategyFailed(String strategy, String error) implements Effect {}
}
