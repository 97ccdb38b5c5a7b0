package dev.sonde.presence;

/** Where one subject stands, by its connections. */
public enum PresenceState {
    /** No connection, and no grace running. */
    ABSENT,
    /** One current connection. */
    PRESENT,
    /** The connection is gone; the grace runs. */
    AWAY
}
