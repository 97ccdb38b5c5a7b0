package dev.sonde.matchmaking;

import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Everybody who is known, who of them waits, and who can be proposed. */
final class Stays {

    final Map<SubjectId, Person> people = new LinkedHashMap<>();
    final WaitingIndex index = new WaitingIndex();
    final DeadlineQueue<Person> waitingTimes = new DeadlineQueue<>();
    final DeadlineQueue<Person> drains = new DeadlineQueue<>();
    final DeadlineQueue<Person> askedAgain = new DeadlineQueue<>();
    final News news;
    private final WaitingConfig config;
    private final RoomSink sink;
    /** Free people whose situation changed since they were looked at; unlucky ones seek last. */
    private final TreeSet<Person> changed = new TreeSet<>(Person.BY_TURN);

    /** Counted from 1: somebody who never joined, with 0, is in order equal to nobody here. */
    private long joins;

    Stays(WaitingConfig config, RoomSink sink) {
        this.config = config;
        this.sink = sink;
        this.news = new News(config, sink, index);
    }

    @Nullable
    Person find(SubjectId subject) {
        return people.get(subject);
    }

    /** The person, who is remembered from now on only if {@link #remember} is called. */
    Person findOrNew(SubjectId subject) {
        Person person = people.get(subject);
        return person == null ? new Person(subject) : person;
    }

    void remember(Person person) {
        people.put(person.subject, person);
    }

    boolean isFull() {
        return news.waiting() >= config.capacity();
    }

    List<Person> everybody() {
        return new ArrayList<>(people.values());
    }

    /** Begins a stay, with the time of joining that the person has. */
    void open(long nowNanos, Person person) {
        person.joinOrder = ++joins;
        person.overtime = false;
        waitingTimes.set(person.waitingTime, person.joinedAtNanos + config.timeNanos());
        sink.stayOpened(person.subject, person.joinedAtNanos);
        settle(person);
        news.waitingChangedBy(nowNanos, 1);
    }

    void close(long nowNanos, Person person, StayEnd reason, Place next) {
        unlist(person);
        waitingTimes.clear(person.waitingTime);
        askedAgain.clear(person.askAgain);
        person.attempt = null;
        person.place = next;
        sink.stayClosed(person.subject, reason);
        news.waitingChangedBy(nowNanos, -1);
    }

    /** The waiting time is over. */
    void expire(long nowNanos, Person person) {
        boolean inProbe = person.inProbe;
        close(nowNanos, person, StayEnd.EXPIRED, Place.OUT);
        news.tellEnd(person, StayEnd.EXPIRED);
        if (inProbe) {
            sink.probeMemberLeft(person.subject);
        }
        forgetIfNothingIsLeft(person);
    }

    /** Puts somebody who waits and is in no attempt where it belongs. */
    void settle(Person person) {
        person.place = person.drain.isSet() ? Place.DRAINING : Place.FREE;
        list(person);
    }

    /** Whatever changed about this person, it is looked at again if it can be proposed. */
    void list(Person person) {
        if (person.isProposable()) {
            index.add(person);
            changed.add(person);
        }
    }

    void unlist(Person person) {
        index.remove(person);
        changed.remove(person);
    }

    /** Whose turn it is to be looked at again, once; null if there is nobody. */
    @Nullable
    Person pollChanged() {
        return changed.pollFirst();
    }

    void forgetIfNothingIsLeft(Person person) {
        boolean nothing = person.place == Place.OUT
                && !person.drain.isSet()
                && !person.inProbe
                && person.owedEnd == null
                && person.pairs.isEmpty();
        if (nothing) {
            people.remove(person.subject);
        }
    }

    long nextDeadlineNanos() {
        return Math.min(
                Math.min(waitingTimes.nextNanos(), drains.nextNanos()),
                Math.min(askedAgain.nextNanos(), news.nextDeadlineNanos()));
    }

    int pendingTimers() {
        return waitingTimes.size() + drains.size() + askedAgain.size();
    }
}
