package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ServerMessage;

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
        OptionalDouble worst =
                pairs.stream().mapToDouble(RoomSink.MeasuredPair::rttMillis).max();
        this.found = new ServerMessage.MatchFound(
                id, members.stream().map(Person::subject).toList(), worst);
    }
}
