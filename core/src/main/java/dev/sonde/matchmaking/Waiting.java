package dev.sonde.matchmaking;

import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;

/**
 * An indexed, lazy view of the people who could be proposed to one seeker right now: free, present,
 * not paused with the seeker. People whose attempts failed with two different partners come last.
 */
public interface Waiting {

    /** All of them, longest waiting first. */
    Iterator<Candidate> inOrder();

    /**
     * Those whose own round-trip time to the server is unknown or at most this, longest waiting
     * first. Costs less than filtering {@link #inOrder()}.
     */
    Iterator<Candidate> withServerRttUpTo(double maxMillis);

    /** The one of this id, or null if that person could not be proposed now. */
    @Nullable
    Candidate find(SubjectId subject);

    /** Those who name this person in their own history, longest waiting first. */
    Iterator<Candidate> whoPlayedWith(SubjectId subject);
}
