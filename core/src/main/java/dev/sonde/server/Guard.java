package dev.sonde.server;

/**
 * The guards that can be taken off, to show in tests and in load runs what each of them is for. A
 * server for people has them all on.
 */
public enum Guard {
    /** Refuses packets whose header is more than 19 digits, or is not of the default namespace. */
    PACKET_HEADERS,
    /** Session ids are drawn, never taken from a cookie. */
    RANDOM_SESSIONS,
    /** Binary packets and frames are refused. */
    NO_BINARY,
    /** Frames are not compressed. */
    NO_COMPRESSION,
    /** Who does not read what is sent is closed. */
    OUTBOUND_BUDGET,
    /** Who floods is closed. */
    INBOUND_BUDGET
}
