package dev.sonde.presence;

import java.util.Locale;

/** Where one subject stands, by its connections. */
public enum PresenceState {
    /** No connection, and no grace running. */
    ABSENT,
    /** One current connection. */
    PRESENT,
    /** The connection is gone; the grace runs. */
    AWAY;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }
}
