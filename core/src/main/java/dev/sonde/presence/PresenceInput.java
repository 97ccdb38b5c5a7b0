package dev.sonde.presence;

/** What can happen to the presence of one subject. */
enum PresenceInput {
    CONNECT,
    DISCONNECT,
    GRACE_OVER,
    SHUTDOWN
}
