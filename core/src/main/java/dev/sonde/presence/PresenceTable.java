package dev.sonde.presence;

import static dev.sonde.presence.PresenceInput.CONNECT;
import static dev.sonde.presence.PresenceInput.DISCONNECT;
import static dev.sonde.presence.PresenceInput.GRACE_OVER;
import static dev.sonde.presence.PresenceInput.SHUTDOWN;
import static dev.sonde.presence.PresenceState.ABSENT;
import static dev.sonde.presence.PresenceState.AWAY;
import static dev.sonde.presence.PresenceState.PRESENT;

import dev.sonde.transitions.TransitionTable;

/** The rules of presence (protocol page, Presence). */
final class PresenceTable {

    static final TransitionTable<PresenceState, PresenceInput> TABLE = TransitionTable.named(
                    "presence", PresenceState.class, PresenceInput.class)
            .moves(ABSENT, CONNECT, "", PRESENT)
            .ignores(ABSENT, DISCONNECT, "the connection had been given up before")
            .never(ABSENT, GRACE_OVER, "the grace runs only while away")
            .never(ABSENT, SHUTDOWN, "the absent are not remembered")
            .moves(
                    PRESENT,
                    CONNECT,
                    "same socket: nothing; another: takes the old one's place",
                    PRESENT)
            .moves(
                    PRESENT,
                    DISCONNECT,
                    "of the current socket: away; of another: nothing",
                    PRESENT,
                    AWAY)
            .never(PRESENT, GRACE_OVER, "the grace runs only while away")
            .moves(PRESENT, SHUTDOWN, "told", ABSENT)
            .moves(AWAY, CONNECT, "back", PRESENT)
            .ignores(AWAY, DISCONNECT, "of a connection that no longer counts")
            .moves(AWAY, GRACE_OVER, "lost to everything", ABSENT)
            .moves(AWAY, SHUTDOWN, "", ABSENT)
            .build();

    private PresenceTable() {}
}
