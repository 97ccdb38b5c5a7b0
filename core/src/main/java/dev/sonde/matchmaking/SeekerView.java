package dev.sonde.matchmaking;

import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Map;

/** The waiting people as one seeker may see them: without itself and those it is paused with. */
final class SeekerView implements Waiting {

    private final WaitingIndex index;
    private final Map<SubjectId, Person> people;
    private final Person seeker;
    private final long nowNanos;
    private final long heardSinceNanos;

    /** @param heardSinceNanos who was last heard from before this is left out */
    SeekerView(
            WaitingIndex index,
            Map<SubjectId, Person> people,
            Person seeker,
            long nowNanos,
            long heardSinceNanos) {
        this.index = index;
        this.people = people;
        this.seeker = seeker;
        this.nowNanos = nowNanos;
        this.heardSinceNanos = heardSinceNanos;
    }

    private boolean isSeen(Person person) {
        return person != seeker
                && person.heardAtNanos >= heardSinceNanos
                && !PairMemory.isPaused(seeker, person, nowNanos)
                && Initiative.isDecided(seeker.subject, person.subject);
    }

    @Override
    public Iterator<Candidate> inOrder() {
        return new Filtered<Candidate, Person>(index.inOrder(), this::isSeen);
    }

    @Override
    public Iterator<Candidate> withServerRttUpTo(double maxMillis) {
        return new Filtered<Candidate, Person>(index.withServerRttUpTo(maxMillis), this::isSeen);
    }

    @Override
    public Iterator<Candidate> whoPlayedWith(SubjectId subject) {
        return new Filtered<Candidate, Person>(index.whoPlayedWith(subject), this::isSeen);
    }

    @Override
    public @Nullable Candidate find(SubjectId subject) {
        Person person = people.get(subject);
        return person != null && index.contains(person) && isSeen(person) ? person : null;
    }
}
