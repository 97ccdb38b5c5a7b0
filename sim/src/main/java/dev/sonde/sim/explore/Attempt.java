package dev.sonde.sim.explore;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of one run.
 *
 * @param failures the claims that were violated, each where it was first, in order of events; last
 *     how the lobby broke, if it did
 * @param end why the run was over
 * @param events how many events it had
 * @param digest of its trace, the same wherever the same things happened
 */
public record Attempt(List<Failure> failures, End end, long events, long digest) {

    public Attempt {
        failures = List.copyOf(failures);
    }

    /** What was wrong first; null if nothing was. */
    public @Nullable Failure failure() {
        return failures.isEmpty() ? null : failures.get(0);
    }

    /**
     * How a claim was violated, if nothing was wrong at an earlier event; null otherwise, since
     * what comes after a violation may only follow from it. One event may violate several claims.
     */
    public @Nullable Failure failure(String claim) {
        return failures.stream()
                .takeWhile(failure -> failure.event() == failures.get(0).event())
                .filter(failure -> failure.claim().equals(claim))
                .findFirst()
                .orElse(null);
    }

    /** Why a run was over. */
    public enum End {
        /** Nothing was left to do; all that is owed at the end was judged. */
        QUIET,
        /** A limit of the scenario was reached, so what is owed at the end was not judged. */
        LIMIT,
        /** The schedule wanted no more, so what is owed at the end was not judged. */
        STOPPED,
        /** The lobby under test broke. */
        BROKEN
    }

    /**
     * What is wrong.
     *
     * @param claim the violated claim; {@link #BROKE} if the lobby threw
     * @param event at which event, counted from 1
     * @param atNanos when, from the start of the run
     * @param why in a sentence
     */
    public record Failure(String claim, long event, long atNanos, String why) {

        /** Stands for a claim where the lobby under test threw instead of answering. */
        public static final String BROKE = "NoException";
    }
}
