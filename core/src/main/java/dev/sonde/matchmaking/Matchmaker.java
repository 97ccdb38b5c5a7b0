package dev.sonde.matchmaking;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A strategy: whom to propose to whom. It keeps no state between calls and never looks at a clock;
 * an exception that it throws costs it that one proposal.
 *
 * <p>It must be symmetric: if it could propose b to a, it could propose a to b. Only people whose
 * situation has changed are looked at, so a one-sided pair might wait for each other for ever.
 */
public interface Matchmaker {

    /** A short name for messages and traces. */
    String name();

    /**
     * Whom to match at once, if nothing is measured.
     *
     * @param seeker who is looked at; not among {@code waiting}
     * @param waiting who could be proposed now, longest waiting first
     * @param groupSize at least 2
     * @return {@code groupSize} distinct people, the seeker among them, or an empty list for none
     */
    List<Candidate> findMatch(Candidate seeker, Waiting waiting, int groupSize);

    /**
     * The order in which to measure candidates for the seeker; only such as {@link #findMatch}
     * could return with it. Lazy: the room stops as soon as it has found whom it wants.
     */
    Iterator<Candidate> rankCandidates(Candidate seeker, Waiting waiting);

    /** The largest round-trip time between two members, if there is a limit; equal is accepted. */
    OptionalDouble maxP2pRttMillis();

    /** True if this measurement, or having none, rules the pair out for this attempt. */
    default boolean rejectsForRtt(OptionalDouble rttMillis) {
        OptionalDouble limit = maxP2pRttMillis();
        return limit.isPresent()
                && (rttMillis.isEmpty() || rttMillis.getAsDouble() > limit.getAsDouble());
    }
}
