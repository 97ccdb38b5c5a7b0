package dev.sonde.sim.testing;

import java.util.List;

/**
 * Who and what a draft may refer to.
 *
 * @param people their ids, at least one
 * @param untilMillis when arrivals and faults stop
 */
record Cast(List<String> people, long untilMillis) {

    Cast {
        people = List.copyOf(people);
    }

    String person(int which) {
        return people.get(which % people.size());
    }

    /** Somebody else than that person; there have to be two. */
    String other(int which, int distance) {
        return person(which + 1 + distance % (people.size() - 1));
    }

    boolean hasTwo() {
        return people.size() > 1;
    }

    long noLaterThanUntil(long millis) {
        return Math.min(millis, untilMillis);
    }
}
