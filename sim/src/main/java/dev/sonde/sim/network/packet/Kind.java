package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.transport.SctpInput;

import org.jspecify.annotations.Nullable;

/** What a datagram is, and what it takes on the wire, headers and all, in bytes. */
enum Kind {
    // STUN between a client and the server.
    BINDING("binding request", 48),
    BINDING_OK("binding response", 60),
    // STUN between peers.
    CHECK("check", 128),
    CHECK_OK("answer to a check", 92),
    CHECK_CONFLICT("487", 92),
    // TURN.
    CONNECT("connect", 60),
    CONNECTED("connected", 60),
    ALLOCATE("allocate", 120),
    REFRESH("refresh", 120),
    PERMIT("permission request", 128),
    TURN_REPLY("TURN reply", 120),
    // DTLS, by flight.
    DTLS_1("ClientHello", 230),
    DTLS_2("ServerHello", 760),
    DTLS_3("client Finished", 700),
    DTLS_4("server Finished", 300),
    // SCTP in DTLS.
    INIT(SctpInput.INIT, "INIT", 160),
    INIT_ACK(SctpInput.INIT_ACK, "INIT-ACK", 420),
    COOKIE_ECHO(SctpInput.COOKIE_ECHO, "COOKIE-ECHO", 360),
    COOKIE_ACK(SctpInput.COOKIE_ACK, "COOKIE-ACK", 85),
    CHANNEL_OPEN(SctpInput.CHANNEL_OPEN, "channel open", 120),
    CHANNEL_ACK(SctpInput.CHANNEL_ACK, "channel ack", 110),
    ABORT(SctpInput.ABORT, "abort", 85),
    PING("ping", 120),
    PONG("pong", 120);

    private static final Kind[] ALL = values();

    final String word;
    final int sizeBytes;
    /** The chunk that it is; null if it is none. */
    final @Nullable SctpInput chunk;

    Kind(String word, int sizeBytes) {
        this.word = word;
        this.sizeBytes = sizeBytes;
        this.chunk = null;
    }

    Kind(SctpInput chunk, String word, int sizeBytes) {
        this.word = word;
        this.sizeBytes = sizeBytes;
        this.chunk = chunk;
    }

    boolean isDtls() {
        return this == DTLS_1 || this == DTLS_2 || this == DTLS_3 || this == DTLS_4;
    }

    static Kind ofFlight(int number) {
        return ALL[DTLS_1.ordinal() + number - 1];
    }

    int flight() {
        return ordinal() - DTLS_1.ordinal() + 1;
    }

    static Kind of(SctpInput chunk) {
        for (int i = INIT.ordinal(); i <= ABORT.ordinal(); i++) {
            if (ALL[i].chunk == chunk) {
                return ALL[i];
            }
        }
        throw new IllegalArgumentException(chunk + " is no chunk");
    }
}
