package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One match that can still be undone. */
final class Match {

    final MatchId id;
    final List<Person> members;
    final Deadline<Match> hold = new Deadline<>(this);
    /** What members are told, also when they come back. */
    final ServerMessage.MatchFound found;

    Match(MatchId id, List<Person> members, List<RoomSink.MeasuredPair> pairs) {
        this.id = id;
        this.members = members;
        this.found = new ServerMessage.MatchFound(id, subjects(members), worst(pairs));
    }

    private static List<SubjectId> subjects(List<Person> members) {
        List<SubjectId> subjects = new ArrayList<>(members.size());
        for (Person member : members) {
            subjects.add(member.subject);
        }
        return subjects;
    }

    private static OptionalDouble worst(List<RoomSink.MeasuredPair> pairs) {
        double worst = -1;
        for (RoomSink.MeasuredPair pair : pairs) {
            worst = Math.max(worst, pair.rttMillis());
        }
        return pairs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(worst);
    }
}
