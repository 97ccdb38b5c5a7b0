package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** The measurement under way on one side, if any, and the timer that ends it. */
final class FlowMeasuring implements EventHandler {

    private final Kernel kernel;
    private final FlowPeerConnection connection;
    private final PeerConnection.Listener listener;
    private @Nullable FlowPings pings;
    private long timer = Kernel.NO_EVENT;

    FlowMeasuring(Kernel kernel, FlowPeerConnection connection, PeerConnection.Listener listener) {
        this.kernel = kernel;
        this.connection = connection;
        this.listener = listener;
    }

    boolean isUnderWay() {
        return pings != null;
    }

    void start(FlowPings with) {
        pings = with;
        with.start(kernel.nowNanos());
        endsWith(with);
    }

    /** The page wants what there is. */
    void stop() {
        if (pings != null) {
            pings.stop(kernel.nowNanos());
            endsWith(pings);
        }
    }

    /** The network or a page changed. */
    void changed() {
        if (pings != null) {
            pings.changed(kernel.nowNanos());
            endsWith(pings);
        }
    }

    void ownClosed() {
        if (pings != null) {
            pings.ownClosed(kernel.nowNanos());
            endsWith(pings);
        }
    }

    void otherClosed() {
        if (pings != null) {
            pings.otherClosed(kernel.nowNanos());
            endsWith(pings);
        }
    }

    private void endsWith(FlowPings of) {
        if (timer != Kernel.NO_EVENT) {
            kernel.cancel(timer);
        }
        timer = kernel.timer(Math.max(of.endNanos(), kernel.nowNanos()), this, 0, null);
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        FlowPings done = pings;
        pings = null;
        timer = Kernel.NO_EVENT;
        if (done != null) {
            listener.onMeasured(done.result());
        }
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return EventHandler.party(connection.person());
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return connection.person() + " is through with its pings";
    }
}
