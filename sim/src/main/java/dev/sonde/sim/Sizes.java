package dev.sonde.sim;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ServerMessage;

/**
 * What messages take on the wire. Estimated from what they carry, so that runs by reference and
 * runs through the codec are the same runs.
 */
final class Sizes {

    /** Engine.IO and Socket.IO framing, event name, probe id. */
    private static final int FRAME_BYTES = 120;

    private static final int MEMBER_BYTES = 24;

    private Sizes() {}

    static int of(ClientMessage message) {
        return message instanceof ClientMessage.Signal signal
                ? FRAME_BYTES + signal.payload().sizeBytes()
                : FRAME_BYTES;
    }

    static int of(ServerMessage message) {
        if (message instanceof ServerMessage.RelayedSignal signal) {
            return FRAME_BYTES + signal.payload().sizeBytes();
        }
        return message instanceof ServerMessage.MatchFound found
                ? FRAME_BYTES + MEMBER_BYTES * found.members().size()
                : FRAME_BYTES;
    }
}
