package dev.sonde.sim.trace;

/**
 * One thing that happened.
 *
 * @param event number of the kernel event during which it happened, from 1
 * @param atNanos simulated time
 * @param kind what sort of thing it is
 * @param from who did it; a subject, {@code server}, {@code network} or {@code fault}
 * @param to whom it was done to, empty if nobody in particular
 * @param what the thing itself; a {@link Lexicon} knows its words
 */
public record TraceEntry(long event, long atNanos, Kind kind, String from, String to, Object what) {

    /** The sorts of entries. Their order is part of the digest. */
    public enum Kind {
        /** Somebody decided or was made to do something: join, leave, click, come back. */
        PERSON,
        /** A message was put on its way. */
        SEND,
        /** A message arrived. */
        DELIVER,
        /** A message was lost, held or repeated, by a rule or with its connection. */
        NETWORK,
        /** An input went into the lobby. */
        INPUT,
        /** The lobby said that something happened. */
        EFFECT,
        /** A fault took effect. */
        FAULT,
        /** Something on the media plane: opened, a measurement, closed. */
        MEDIA
    }
}
