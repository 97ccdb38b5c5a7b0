package dev.sonde.matchmaking;

import java.util.ArrayList;
import java.util.List;

/** One group that is being measured, pair by pair. */
final class Attempt {

    final List<Person> members;
    /** Every pair is measured and accepted; only somebody's return is waited for. */
    boolean accepted;

    private final List<RoomSink.MeasuredPair> measured = new ArrayList<>();

    Attempt(List<Person> members) {
        this.members = List.copyOf(members);
    }

    /** Counts an accepted measurement of a pair. */
    void count(Person a, Person b, double rttMillis) {
        measured.add(new RoomSink.MeasuredPair(a.subject, b.subject, rttMillis));
    }

    boolean isMeasured(Person a, Person b) {
        for (RoomSink.MeasuredPair pair : measured) {
            boolean same = pair.subjectA().equals(a.subject) && pair.subjectB().equals(b.subject);
            boolean turned =
                    pair.subjectA().equals(b.subject) && pair.subjectB().equals(a.subject);
            if (same || turned) {
                return true;
            }
        }
        return false;
    }

    List<RoomSink.MeasuredPair> measuredPairs() {
        return List.copyOf(measured);
    }
}
