package dev.sonde.sim.outcome;

/**
 * How many matches were possible at most.
 *
 * @param count -1 if nobody worked it out
 * @param exact true if so many are possible; false if no more are, but perhaps fewer
 */
public record MostMatches(long count, boolean exact) {

    /** Nobody worked it out. */
    public static final MostMatches UNKNOWN = new MostMatches(-1, false);

    /** Above so many people an upper bound has to do. */
    public static final int MOST_PEOPLE = 10_000;

    /** Two people by their places in a list. */
    public interface Pair {
        /** True if the two can be matched. */
        boolean fits(int one, int other);
    }

    /**
     * The most pairs, by maximum matching; an upper bound above {@link #MOST_PEOPLE}.
     *
     * @param people how many, by their places from 0
     * @param pair symmetric
     */
    public static MostMatches pairs(int people, Pair pair) {
        return people > MOST_PEOPLE
                ? new MostMatches(people / 2, false)
                : new MaximumMatching(people, pair).most();
    }

    /** An upper bound for groups of more than two: so many fit into the people. */
    public static MostMatches groups(int people, int groupSize) {
        return new MostMatches(people / groupSize, false);
    }
}
