package dev.sonde.sim.broken;

import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashSet;
import java.util.Set;

/** People whom a broken room does not look at any more, and pairs that it has banned. */
final class Forgetting {

    private final Set<SubjectId> people = new LinkedHashSet<>();
    private final Set<String> pairs = new LinkedHashSet<>();

    void person(SubjectId subject) {
        people.add(subject);
    }

    void pair(SubjectId one, SubjectId other) {
        pairs.add(one + " " + other);
        pairs.add(other + " " + one);
    }

    boolean allows(SubjectId one, SubjectId other) {
        return !people.contains(one)
                && !people.contains(other)
                && !pairs.contains(one + " " + other);
    }
}
