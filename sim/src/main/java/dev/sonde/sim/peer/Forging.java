package dev.sonde.sim.peer;

import dev.sonde.protocol.Report;

/**
 * Something that a page says although it has no reason to.
 *
 * @param what the kind of message
 * @param probe which probe it is about
 * @param report what a result says
 * @param target whom a signal is for; empty for the other member
 */
public record Forging(Kind what, Which probe, Report report, String target) {

    /** Kinds of messages. */
    public enum Kind {
        SIGNAL,
        READY,
        CONNECTED,
        RESULT,
        JOIN,
        LEAVE
    }

    /** Which probe, from where the page stands. */
    public enum Which {
        /** The latest that the person was asked to prepare for. */
        OWN,
        /** The one before that. */
        FORMER,
        /** The latest of others. */
        FOREIGN,
        /** One that nobody made. */
        UNKNOWN
    }
}
