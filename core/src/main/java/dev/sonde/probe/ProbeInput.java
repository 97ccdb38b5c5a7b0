package dev.sonde.probe;

/** What can happen to a probe. */
enum ProbeInput {
    READY,
    CONNECTED,
    SIGNAL,
    SUCCESS,
    FAILURE,
    INVALID,
    MEMBER_AWAY,
    MEMBER_BACK,
    MEMBER_ON_ANOTHER_PAGE,
    MEMBER_LEFT,
    MEMBER_LOST,
    /** The limit that its phase has. */
    LIMIT,
    SHUTDOWN
}
