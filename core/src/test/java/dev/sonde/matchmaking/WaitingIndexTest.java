package dev.sonde.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.SubjectId;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The views of the index against filtering a list. */
final class WaitingIndexTest {

    private static final int PEOPLE = 8;

    private final WaitingIndex index = new WaitingIndex();
    private final List<Person> people = new ArrayList<>();
    private final List<Person> listed = new ArrayList<>();

    /**
     * Everybody's join time, luck, round-trip time to the server and history, out of one number.
     */
    private void people(List<Integer> seeds) {
        for (int i = 0; i < PEOPLE; i++) {
            int seed = seeds.get(i);
            Person person = new Person(subject(i));
            person.joinedAtNanos = seed % 3;
            person.joinOrder = i;
            person.serverRttMillis =
                    seed % 5 == 0 ? OptionalDouble.empty() : OptionalDouble.of((seed % 7) * 0.75);
            person.groupHistory = List.of(subject(seed % PEOPLE), subject(seed % 3));
            if (seed % 4 == 0) {
                person.failedWith(subject(20));
                person.failedWith(subject(21));
            }
            people.add(person);
        }
    }

    private static SubjectId subject(int number) {
        return new SubjectId("s" + number);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everyViewIsTheListFiltered(
            @ForAll @Size(PEOPLE) List<@IntRange(max = 10_000) Integer> seeds,
            @ForAll @Size(max = 30) List<@IntRange(max = PEOPLE - 1) Integer> switched,
            @ForAll @IntRange(max = 30) int firstAsked,
            @ForAll @DoubleRange(min = -2, max = 6) double maxMillis) {
        WaitingIndexTest fresh = new WaitingIndexTest();
        fresh.people(seeds);
        fresh.switchAll(switched, firstAsked, maxMillis);
    }

    /** Switches people on and off the list, and asks for views from some step on. */
    private void switchAll(List<Integer> switched, int firstAsked, double maxMillis) {
        for (int i = 0; i < switched.size(); i++) {
            Person person = people.get(switched.get(i));
            if (listed.remove(person)) {
                index.remove(person);
                index.remove(person);
            } else {
                listed.add(person);
                index.add(person);
                index.add(person);
            }
            if (i >= firstAsked) {
                viewsAreRight(maxMillis);
            }
        }
        viewsAreRight(maxMillis);
    }

    private void viewsAreRight(double maxMillis) {
        assertThat(index.size()).isEqualTo(listed.size());
        assertThat(people).allMatch(person -> index.contains(person) == listed.contains(person));
        is(index.inOrder(), person -> true);
        is(
                index.withServerRttUpTo(maxMillis),
                person -> person.serverRttMillis.isEmpty()
                        || person.serverRttMillis.getAsDouble() <= maxMillis);
        SubjectId partner = subject(1);
        is(index.whoPlayedWith(partner), person -> person.groupHistory.contains(partner));
    }

    private void is(Iterator<Person> view, Predicate<Person> passes) {
        List<Person> expected = listed.stream()
                .filter(passes)
                .sorted(Comparator.comparing(Person::isBehind)
                        .thenComparing(person -> person.joinedAtNanos)
                        .thenComparing(person -> person.joinOrder))
                .toList();
        assertThat(view).toIterable().containsExactlyElementsOf(expected);
    }
}
