package dev.sonde.sim.explore;

import java.util.List;

/** The run that is under way, as a search sees it. */
public interface LiveState {

    long nowNanos();

    /** True if a claim is violated already. */
    boolean isViolated();

    /**
     * Tells the state from others: the lobby, people, what is on its way, the faults left to spend,
     * and what the claims remember. Same digest, same futures.
     *
     * @param two gets the digest, 128 bits
     */
    void digest(long[] two);

    /** The widths of windows and the faults left to spend at the start, in words. */
    String bounds();

    /** What the digest is made of, one line for each number. */
    List<String> describe();
}
