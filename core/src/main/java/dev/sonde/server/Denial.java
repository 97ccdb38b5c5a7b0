package dev.sonde.server;

/** Why a handshake was refused. Clients see the status and the sentence, metrics the name. */
enum Denial {
    ADDRESS(400, "address", "the request's address cannot be read: look at its % signs"),
    TRANSPORT(
            400,
            "transport",
            "this server speaks websocket only: set transports to ['websocket'] in the client"),
    VERSION(
            400,
            "version",
            "this server speaks Engine.IO 4 only: use a Socket.IO client of version 3 or 4"),
    SESSION(400, "session", "sessions cannot be resumed or upgraded here: connect anew"),
    ORIGIN(403, "origin", "this page's origin is not allowed: see the setting `origins`"),
    HOST(403, "host", "in development mode this server answers to loopback names only"),
    TOKEN(401, "token", "the token is missing, wrong or has expired: ask for a new one"),
    SUBJECT(400, "subject", "subject_id must be 1 to 64 of 0-9 A-Z a-z . _ -"),
    POOL(404, "pool", "there is no such pool on this server"),
    FULL(503, "full", "too many connections: try again later"),
    STOPPING(503, "stopping", "the server is stopping: try again in a few seconds");

    final int status;
    final String wireName;
    final String sentence;

    Denial(int status, String wireName, String sentence) {
        this.status = status;
        this.wireName = wireName;
        this.sentence = sentence;
    }
}
