package dev.sonde.matchmaking;

import dev.sonde.protocol.Initiative;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Finds, by the strategy, whom to propose to one seeker. Whatever a strategy does wrong ends here,
 * as a {@link StrategyException}.
 */
final class Proposer {

    /** Candidates that are looked at to fill a group of three or more; keeps the search bounded. */
    static final int GROUP_PREFIX = 64;

    private final Matchmaker matchmaker;
    private final WaitingIndex index;
    private final int groupSize;

    Proposer(Matchmaker matchmaker, WaitingIndex index, int groupSize) {
        this.matchmaker = matchmaker;
        this.index = index;
        this.groupSize = groupSize;
    }

    /** Whom to match with the seeker at once, the seeker among them; empty for nobody. */
    List<Person> match(Person seeker, SeekerView view) throws StrategyException {
        try {
            List<Person> group = new ArrayList<>(groupSize);
            for (Candidate candidate : matchmaker.findMatch(seeker, view, groupSize)) {
                group.add(checked(candidate, seeker, view));
            }
            if (!group.isEmpty()) {
                checkGroup(group, seeker);
            }
            return group;
        } catch (RuntimeException e) {
            throw new StrategyException(e);
        }
    }

    private void checkGroup(List<Person> group, Person seeker) {
        boolean whole = group.size() == groupSize
                && group.contains(seeker)
                && group.stream().distinct().count() == groupSize;
        if (!whole) {
            throw new IllegalArgumentException(
                    "a match has " + groupSize + " distinct members with the seeker, not " + group);
        }
    }

    /** Whom to measure with the seeker, the seeker first; empty for nobody. */
    List<Person> attempt(Person seeker, SeekerView view, long nowNanos) throws StrategyException {
        try {
            Iterator<Candidate> ranked = matchmaker.rankCandidates(seeker, view);
            return groupSize == 2
                    ? pair(seeker, view, ranked)
                    : group(seeker, view, ranked, nowNanos);
        } catch (RuntimeException e) {
            throw new StrategyException(e);
        }
    }

    /** The first candidate that was never tried with the seeker, else the first of all. */
    private List<Person> pair(Person seeker, SeekerView view, Iterator<Candidate> ranked) {
        Person tried = null;
        for (int looked = 0; ranked.hasNext(); looked++) {
            Person candidate = checked(ranked.next(), seeker, view, looked);
            if (candidate == seeker) {
                continue;
            }
            if (PairMemory.find(seeker, candidate) == null) {
                return List.of(seeker, candidate);
            }
            if (tried == null) {
                tried = candidate;
            }
        }
        return tried == null ? List.of() : List.of(seeker, tried);
    }

    private List<Person> group(
            Person seeker, SeekerView view, Iterator<Candidate> ranked, long nowNanos) {
        List<Person> candidates = new ArrayList<>();
        for (int looked = 0; ranked.hasNext() && candidates.size() < GROUP_PREFIX; looked++) {
            Person candidate = checked(ranked.next(), seeker, view, looked);
            if (candidate != seeker) {
                candidates.add(candidate);
            }
        }
        // Untried people first; then who is in the fewest rejected pairs, so that whoever spoils
        // most groups is replaced first. Sorting is stable: else the strategy's order counts.
        candidates.sort(Comparator.comparing((Person p) -> PairMemory.find(seeker, p) != null)
                .thenComparing(p -> pausedPairs(p, candidates, nowNanos)));
        List<Person> group = new ArrayList<>(groupSize);
        group.add(seeker);
        return fill(group, candidates, 0, nowNanos) ? group : List.of();
    }

    private static long pausedPairs(Person person, List<Person> others, long nowNanos) {
        return others.stream()
                .filter(other -> PairMemory.isPaused(person, other, nowNanos))
                .count();
    }

    /** Depth first: adds people none of whose pairs is paused, until the group is full. */
    private boolean fill(List<Person> group, List<Person> candidates, int from, long nowNanos) {
        if (group.size() == groupSize) {
            return true;
        }
        for (int i = from; i < candidates.size(); i++) {
            Person candidate = candidates.get(i);
            if (fits(group, candidate, nowNanos)) {
                group.add(candidate);
                if (fill(group, candidates, i + 1, nowNanos)) {
                    return true;
                }
                group.remove(group.size() - 1);
            }
        }
        return false;
    }

    private static boolean fits(List<Person> group, Person candidate, long nowNanos) {
        for (Person member : group) {
            if (PairMemory.isPaused(member, candidate, nowNanos)
                    || !Initiative.isDecided(member.subject, candidate.subject)) {
                return false;
            }
        }
        return true;
    }

    private Person checked(
            @Nullable Candidate candidate, Person seeker, SeekerView view, int looked) {
        if (looked >= index.size()) {
            throw new IllegalArgumentException("ranked more candidates than there are");
        }
        return checked(candidate, seeker, view);
    }

    private Person checked(@Nullable Candidate candidate, Person seeker, SeekerView view) {
        if (candidate == seeker) {
            return seeker;
        }
        if (candidate instanceof Person person
                && index.contains(person)
                && view.find(person.subject) == person) {
            return person;
        }
        throw new IllegalArgumentException("proposed somebody who can't be proposed: " + candidate);
    }
}
