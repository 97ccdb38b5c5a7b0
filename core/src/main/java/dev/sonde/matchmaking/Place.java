package dev.sonde.matchmaking;

import java.util.Locale;

/** Where one person stands in the waiting room. */
public enum Place {
    OUT,
    FREE,
    /** In an attempt: its probes run, or it waits for a member to come back. */
    PROBING,
    /** Its page may still measure for an earlier probe, and would close a new one. */
    DRAINING,
    /** In a match that a loss can still undo. */
    MATCHED,
    /** In a match for good. */
    FINAL;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    public String wireName() {
        return wireName;
    }

    /** True while a stay in the waiting room is open. */
    boolean isWaiting() {
        return this == FREE || this == PROBING || this == DRAINING;
    }
}
