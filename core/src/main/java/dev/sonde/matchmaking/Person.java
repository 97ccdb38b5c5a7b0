package dev.sonde.matchmaking;

import dev.sonde.deadlines.Deadline;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the room knows about one person: its place, and what outlives a stay. */
final class Person implements Candidate {

    /** The order in which people are proposed: unlucky ones behind all others. */
    static final Comparator<Person> BY_TURN = Person::compareByTurn;

    private static final int UNLUCKY_PARTNERS = 2;

    final SubjectId subject;
    final Deadline<Person> waitingTime = new Deadline<>(this);
    final Deadline<Person> drain = new Deadline<>(this);
    final Deadline<Person> askAgain = new Deadline<>(this);
    /** By partner; shared with the partner's own map. */
    final Map<SubjectId, Pair> pairs = new LinkedHashMap<>(4);

    Place place = Place.OUT;
    long joinedAtNanos;
    long joinOrder;
    boolean away;
    /** The waiting time is over while an attempt runs, which may still match. */
    boolean overtime;
    /** A probe of this person was asked for and has not ended. */
    boolean inProbe;

    long heardAtNanos;
    long toldAtNanos;
    int toldWaiting;
    /** How the stay ended, to be told when the person is back. */
    @Nullable
    StayEnd owedEnd;

    /** The page that was lost last: what failed with it says nothing about the next one. */
    Instance lostPage = Instance.NONE;

    @Nullable
    Attempt attempt;

    @Nullable
    Match match;

    OptionalDouble serverRttMillis = OptionalDouble.empty();
    List<SubjectId> groupHistory = List.of();
    private final List<SubjectId> failedWith = new ArrayList<>(UNLUCKY_PARTNERS);

    /** Longest waiting first; the order of joining decides between equals. */
    private static int compareByWaiting(Person one, Person other) {
        int byTime = Long.compare(one.joinedAtNanos, other.joinedAtNanos);
        return byTime != 0 ? byTime : Long.compare(one.joinOrder, other.joinOrder);
    }

    private static int compareByTurn(Person one, Person other) {
        int byLuck = Boolean.compare(one.isBehind(), other.isBehind());
        return byLuck != 0 ? byLuck : compareByWaiting(one, other);
    }

    Person(SubjectId subject) {
        this.subject = subject;
    }

    @Override
    public SubjectId subject() {
        return subject;
    }

    @Override
    public long joinedAtNanos() {
        return joinedAtNanos;
    }

    @Override
    public OptionalDouble serverRttMillis() {
        return serverRttMillis;
    }

    @Override
    public List<SubjectId> groupHistory() {
        return groupHistory;
    }

    /** True if it could be proposed to somebody. */
    boolean isProposable() {
        return place == Place.FREE && !away && !askAgain.isSet();
    }

    /** True if attempts failed with two different partners, and none succeeded since. */
    boolean isBehind() {
        return failedWith.size() >= UNLUCKY_PARTNERS;
    }

    void failedWith(SubjectId partner) {
        if (!isBehind() && !failedWith.contains(partner)) {
            failedWith.add(partner);
        }
    }

    void succeeded() {
        failedWith.clear();
    }

    @Override
    public String toString() {
        return subject + " (" + place + ")";
    }
}
