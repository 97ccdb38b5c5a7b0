package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.LossRule.Sort;
import dev.sonde.sim.network.transport.SctpInput;

import org.jspecify.annotations.Nullable;

/** What a datagram is, and what it takes on the wire, headers and all, in bytes. */
enum Kind {
    // STUN between a client and the server.
    BINDING(Sort.STUN, "binding request", 48),
    BINDING_OK(Sort.STUN, "binding response", 60),
    // STUN between peers.
    CHECK(Sort.CHECK, "check", 128),
    CHECK_OK(Sort.CHECK_ANSWER, "answer to a check", 92),
    CHECK_CONFLICT(Sort.CHECK_ANSWER, "487", 92),
    // TURN.
    CONNECT(Sort.TURN, "connect", 60),
    CONNECTED(Sort.TURN, "connected", 60),
    ALLOCATE(Sort.TURN, "allocate", 120),
    REFRESH(Sort.TURN, "refresh", 120),
    PERMIT(Sort.PERMISSION, "permission request", 128),
    TURN_REPLY(Sort.TURN, "TURN reply", 120),
    // DTLS, by flight.
    DTLS_1(Sort.DTLS, "ClientHello", 230),
    DTLS_2(Sort.DTLS, "ServerHello", 760),
    DTLS_3(Sort.DTLS, "client Finished", 700),
    DTLS_4(Sort.DTLS, "server Finished", 300),
    // SCTP in DTLS.
    INIT(SctpInput.INIT, "INIT", 160),
    INIT_ACK(SctpInput.INIT_ACK, "INIT-ACK", 420),
    COOKIE_ECHO(SctpInput.COOKIE_ECHO, "COOKIE-ECHO", 360),
    COOKIE_ACK(SctpInput.COOKIE_ACK, "COOKIE-ACK", 85),
    CHANNEL_OPEN(SctpInput.CHANNEL_OPEN, "channel open", 120),
    CHANNEL_ACK(SctpInput.CHANNEL_ACK, "channel ack", 110),
    ABORT(SctpInput.ABORT, "abort", 85),
    PING(Sort.PING, "ping", 120),
    PONG(Sort.PONG, "pong", 120);

    private static final Kind[] ALL = values();

    final String word;
    final int sizeBytes;
    /** What faults call it. */
    final Sort sort;
    /** The chunk that it is; null if it is none. */
    final @Nullable SctpInput chunk;

    Kind(Sort sort, String word, int sizeBytes) {
        this.word = word;
        this.sizeBytes = sizeBytes;
        this.sort = sort;
        this.chunk = null;
    }

    Kind(SctpInput chunk, String word, int sizeBytes) {
        this.word = word;
        this.sizeBytes = sizeBytes;
        this.sort = Sort.SCTP;
        this.chunk = chunk;
    }

    /** True if the server itself is asked, or answers. */
    boolean isOfServer() {
        return sort == Sort.STUN || sort == Sort.TURN || sort == Sort.PERMISSION;
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
