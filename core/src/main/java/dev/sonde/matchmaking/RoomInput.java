package dev.sonde.matchmaking;

/** What can happen to one person in the waiting room. */
enum RoomInput {
    JOIN,
    LEAVE,
    AWAY,
    BACK,
    ANOTHER_PAGE,
    LOST,
    WAITING_TIME_OVER,
    /** A new page did not join in time. */
    ASKED_IN_VAIN,
    PROPOSED,
    ACCEPTED,
    /** Its attempt came to nothing. */
    RELEASED,
    DRAINED,
    HOLD_OVER,
    /** Another member of its match was lost or left. */
    CANCELLED,
    SHUTDOWN
}
