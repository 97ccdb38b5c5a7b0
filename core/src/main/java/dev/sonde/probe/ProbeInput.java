package dev.sonde.probe;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Report;

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
    SHUTDOWN;

    /** @throws IllegalArgumentException if the message is not about a probe */
    static ProbeInput of(ClientMessage message) {
        if (message instanceof ClientMessage.Signal) {
            return SIGNAL;
        }
        if (message instanceof ClientMessage.Result result) {
            Report report = result.report();
            return report instanceof Report.Success
                    ? SUCCESS
                    : report instanceof Report.Failure ? FAILURE : INVALID;
        }
        if (message instanceof ClientMessage.Ready) {
            return READY;
        }
        if (message instanceof ClientMessage.Connected) {
            return CONNECTED;
        }
        throw new IllegalArgumentException("not about a probe: " + message.event());
    }
}
