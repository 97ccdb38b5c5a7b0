package dev.sonde.matchmaking;

import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import java.util.List;

/** What the {@link WaitingRoom} has to say. Must not call back into it. */
public interface RoomSink {

    /** To the subject's current connection, if it has one. */
    void send(SubjectId subject, ServerMessage message);

    void stayOpened(SubjectId subject, long joinedAtNanos);

    void stayClosed(SubjectId subject, StayEnd reason);

    /** Asks for a probe between two people, who are in none. */
    void probeWanted(SubjectId subjectA, SubjectId subjectB);

    /** Somebody in a probe left the room. */
    void probeMemberLeft(SubjectId subject);

    void matchFormed(MatchId match, List<SubjectId> members, List<MeasuredPair> pairs);

    void matchFinal(MatchId match);

    void matchCancelled(MatchId match, SubjectId cause, String reason);

    void strategyFailed(String strategy, String error);

    /** One measured pair of a match. */
    record MeasuredPair(SubjectId subjectA, SubjectId subjectB, double rttMillis) {}
}
