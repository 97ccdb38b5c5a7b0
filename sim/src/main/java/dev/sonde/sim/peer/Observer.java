package dev.sonde.sim.peer;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

/** Hears what people do and what their browsers find. Changes nothing. */
public interface Observer {

    /** Somebody did something or had something done to them, in a few words. */
    void person(SubjectId subject, String words);

    /**
     * A data channel is open on one side.
     *
     * @param trueRttNanos mean two-way delay of the path, without loss
     * @param candidateType type of this side's selected candidate
     */
    void mediaOpened(SubjectId subject, ProbeId probe, long trueRttNanos, String candidateType);

    /** A page let go of the peer connection that it had built for a probe. */
    void mediaClosed(SubjectId subject, ProbeId probe);

    /**
     * A client that does not lie reports a success.
     *
     * @param reportedMillis what it reports
     * @param trueMedianNanos median of what the pongs that it counted really took
     * @param allowanceNanos how far the two may be apart: 2 ms for clocks of whole milliseconds,
     *     its clock's drift, and the time for which its handlers were frozen or late to thaw
     */
    void honestResult(
            SubjectId subject,
            ProbeId probe,
            long reportedMillis,
            long trueMedianNanos,
            long allowanceNanos);

    /** Somebody's patience is over: they leave without a match. */
    void abandoned(SubjectId subject);
}
