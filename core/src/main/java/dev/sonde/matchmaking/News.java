package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;

import java.util.Iterator;

/** What people are told about the room: its state now and then, and how their own stay ended. */
final class News {

    private final WaitingConfig config;
    private final RoomSink sink;
    private final WaitingIndex index;
    private int waiting;
    private long dueNanos = Deadline.NONE;

    News(WaitingConfig config, RoomSink sink, WaitingIndex index) {
        this.config = config;
        this.sink = sink;
        this.index = index;
    }

    int waiting() {
        return waiting;
    }

    void waitingChangedBy(long nowNanos, int difference) {
        waiting += difference;
        wantRound(nowNanos);
    }

    private void wantRound(long nowNanos) {
        if (dueNanos == Deadline.NONE && index.size() > 0 && waiting <= config.stateUpTo()) {
            dueNanos = nowNanos + config.stateEveryNanos();
        }
    }

    void tellState(long nowNanos, Person person) {
        person.toldAtNanos = nowNanos;
        person.toldWaiting = waiting;
        int needed = Math.max(0, config.groupSize() - waiting);
        long remaining = Math.max(0, person.waitingTime.atNanos() - nowNanos);
        sink.send(
                person.subject,
                new ServerMessage.WaitingRoomState(waiting, needed, remaining / 1_000_000));
    }

    /** Somebody who is away is told when it is back. */
    void tellEnd(Person person, StayEnd reason) {
        if (person.away) {
            person.owedEnd = reason;
        } else {
            sink.send(person.subject, new ServerMessage.WaitingRoomClosed(reason));
        }
    }

    void tellOwedEnd(Person person) {
        StayEnd reason = person.owedEnd;
        if (reason != null) {
            person.owedEnd = null;
            tellEnd(person, reason);
        }
    }

    /** Tells the free people who were told something else; the others hear of their probe. */
    void wake(long nowNanos) {
        if (nowNanos < dueNanos) {
            return;
        }
        dueNanos = Deadline.NONE;
        boolean tooEarly = false;
        Iterator<Person> free = index.inOrder();
        while (free.hasNext()) {
            Person person = free.next();
            if (person.toldWaiting != waiting) {
                if (nowNanos - person.toldAtNanos >= config.stateEveryNanos()) {
                    tellState(nowNanos, person);
                } else {
                    tooEarly = true;
                }
            }
        }
        if (tooEarly) {
            wantRound(nowNanos);
        }
    }

    void stop() {
        dueNanos = Deadline.NONE;
    }

    long nextDeadlineNanos() {
        return dueNanos;
    }
}
