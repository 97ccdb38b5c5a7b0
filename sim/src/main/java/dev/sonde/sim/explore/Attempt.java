package dev.sonde.sim.explore;

import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param failure the first claim that was violated, or how the lobby broke; null if there is none
 * @param end why the run was over
 * @param events how many events it had
 * @param digest of its trace, the same wherever the same things happened
 */
public record Attempt(@Nullable Failure failure, End end, long events, long digest) {

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
