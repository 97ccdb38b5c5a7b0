package dev.sonde.sim.network.packet;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** The one timer of a connection. */
final class Alarm implements EventHandler {

    private static final long NEVER = Long.MAX_VALUE;

    private final Kernel kernel;
    private final PacketPeerConnection connection;
    private long event = Kernel.NO_EVENT;
    private long dueNanos = NEVER;

    Alarm(Kernel kernel, PacketPeerConnection connection) {
        this.kernel = kernel;
        this.connection = connection;
    }

    /**
     * Wakes the connection at this instant, or before: then it finds nothing to do and sets anew.
     */
    void set(long atNanos) {
        if (atNanos < dueNanos) {
            stop();
            dueNanos = atNanos;
            event = kernel.timer(atNanos, this, 0, null);
        }
    }

    void stop() {
        if (event != Kernel.NO_EVENT) {
            kernel.cancel(event);
            event = Kernel.NO_EVENT;
        }
        dueNanos = NEVER;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        event = Kernel.NO_EVENT;
        dueNanos = NEVER;
        connection.wake();
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return connection.host().person() + " has something to do";
    }
}
