package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;
import dev.sonde.transitions.Rule;

import java.util.List;

/** Matches from the moment they form until nothing can undo them. */
final class Matches {

    private final WaitingConfig config;
    private final Stays stays;
    private final Steps steps;
    private final Ids ids;
    private final RoomSink sink;
    private final DeadlineQueue<Match> holds = new DeadlineQueue<>();

    Matches(WaitingConfig config, Stays stays, Steps steps, Ids ids, RoomSink sink) {
        this.config = config;
        this.stays = stays;
        this.steps = steps;
        this.ids = ids;
        this.sink = sink;
    }

    /** All members leave waiting and are matched, in one step. */
    void form(long nowNanos, List<Person> members, List<RoomSink.MeasuredPair> measured) {
        Match match = new Match(ids.nextMatch(), List.copyOf(members), measured);
        for (Person member : match.members) {
            Rule rule = steps.visit(member, RoomInput.ACCEPTED);
            stays.close(nowNanos, member, StayEnd.MATCHED, Place.MATCHED);
            member.match = match;
            steps.check(rule, member);
        }
        sink.matchFormed(match.id, match.found.members(), measured);
        match.members.forEach(this::tell);
        holds.set(match.hold, nowNanos + config.holdNanos());
    }

    void tell(Person person) {
        Match match = person.match;
        if (match != null) {
            sink.send(person.subject, match.found);
        }
    }

    /** One member is out; the others wait again, as if they had never been matched. */
    void cancel(long nowNanos, Match match, Person cause, String reason) {
        holds.clear(match.hold);
        cause.match = null;
        sink.matchCancelled(match.id, cause.subject, reason);
        for (Person member : match.members) {
            if (member != cause) {
                Rule rule = steps.visit(member, RoomInput.CANCELLED);
                member.match = null;
                sink.send(member.subject, new ServerMessage.MatchCancelled(match.id, reason));
                stays.open(nowNanos, member);
                if (member.waitingTime.atNanos() <= nowNanos) {
                    stays.expire(nowNanos, member);
                }
                steps.check(rule, member);
            }
        }
    }

    /** Makes final what was held long enough. */
    void wake(long nowNanos) {
        Match match = holds.pollDue(nowNanos);
        while (match != null) {
            for (Person member : match.members) {
                Rule rule = steps.visit(member, RoomInput.HOLD_OVER);
                member.match = null;
                member.place = Place.FINAL;
                member.joinedAtNanos = 0;
                steps.check(rule, member);
            }
            sink.matchFinal(match.id);
            match = holds.pollDue(nowNanos);
        }
    }

    /** Makes final what is held. */
    void shutdown() {
        wake(Deadline.NONE - 1);
    }

    long nextDeadlineNanos() {
        return holds.nextNanos();
    }

    int pendingTimers() {
        return holds.size();
    }
}
