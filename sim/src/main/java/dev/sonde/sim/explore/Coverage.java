package dev.sonde.sim.explore;

import java.util.Map;

/**
 * What an exhaustive search has seen.
 *
 * @param end whether it has seen everything
 * @param grid at which instants events ran
 * @param states different ones at which there was something to choose
 * @param revisits how often a run came to one of them again, and stopped
 * @param ends runs that went to their end
 * @param events that were run, again and again from the start of each run
 * @param deepest most choices of one run
 * @param found violated claims
 */
public record Coverage(
        End end,
        Grid grid,
        long states,
        long revisits,
        long ends,
        long events,
        int deepest,
        Map<String, Found> found) {

    /** Why a search was over. */
    public enum End {
        /** Nothing is left to see, for this grid. */
        COMPLETE,
        /** As many states as were allowed; there are more. */
        TOO_MANY_STATES,
        /** A limit of the scenario cut runs short, so what comes after it was not seen. */
        LIMIT
    }

    /**
     * A violated claim.
     *
     * @param failure as the shortest of the runs that violated it says, whose instants count from
     *     somewhere far from 0
     * @param choices of that run, for {@link ExhaustiveSearch#replay}
     * @param times how many runs violated it
     */
    public record Found(Attempt.Failure failure, Choices choices, long times) {}

    /** What was chosen, one number out of a few at each choice. */
    public record Choices(int[] chosen) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Choices that && java.util.Arrays.equals(chosen, that.chosen);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(chosen);
        }

        @Override
        public String toString() {
            return java.util.Arrays.toString(chosen);
        }
    }
}
