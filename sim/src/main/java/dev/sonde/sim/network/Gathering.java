package dev.sonde.sim.network;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;

import org.jspecify.annotations.Nullable;

/** What one peer connection says about itself: its description, then its candidates. */
final class Gathering implements EventHandler {

    // Typical sizes of real browsers: an offer for one data channel, without and with much else in
    // it, and a candidate with its foundation, addresses and user fragment.
    private static final int OFFER_LEAST_BYTES = 500;
    private static final int OFFER_MOST_BYTES = 4_400;
    private static final int ANSWER_LEAST_BYTES = 500;
    static final int CANDIDATE_BYTES = 300;

    private static final int DESCRIBE = 0;
    private static final int SRFLX = 1;
    private static final int RELAY = 2;

    private final FlowMediaPlane plane;
    private final Kernel kernel;
    private final FlowPeerConnection connection;
    private final FlowHost host;
    private final boolean turn;
    private final PeerConnection.Listener listener;

    private @Nullable SessionDescription offered;
    private int candidates;
    private boolean relays;
    private long timer = Kernel.NO_EVENT;

    Gathering(
            FlowMediaPlane plane,
            FlowPeerConnection connection,
            boolean turn,
            PeerConnection.Listener listener) {
        this.plane = plane;
        this.kernel = plane.kernel();
        this.connection = connection;
        this.host = connection.host;
        this.turn = turn;
        this.listener = listener;
    }

    /** Makes an offer, then gathers. */
    void offer() {
        timer = kernel.timer(kernel.nowNanos() + host.drawSetupNanos(), this, DESCRIBE, null);
    }

    /** Makes the answer to an offer, then gathers. */
    void answer(SessionDescription offer) {
        offered = offer;
        offer();
    }

    void stop() {
        if (timer != Kernel.NO_EVENT) {
            kernel.cancel(timer);
        }
    }

    /** True if the TURN server gave it an address. */
    boolean relays() {
        return relays;
    }

    private SessionDescription description() {
        boolean offer = offered == null;
        int most = offer ? OFFER_MOST_BYTES : ANSWER_LEAST_BYTES * 2;
        int least = offer ? OFFER_LEAST_BYTES : ANSWER_LEAST_BYTES;
        int sizeBytes = (int) host.setup.between(least, most);
        long answers = offered == null ? 0 : offered.connection();
        return new SessionDescription(offer, connection.number(), answers, sizeBytes);
    }

    private void described() {
        connection.describes();
        listener.onLocalDescription(description());
        gathered("host");
        boolean out = !host.host.profile().udpBlocked();
        long now = kernel.nowNanos();
        if (out && !Connectivity.isPublic(host.host)) {
            timer = kernel.timer(now + 2 * host.toTurnNanos, this, SRFLX, null);
        } else {
            gatherRelay(now);
        }
        connection.meet();
    }

    /** Allocate is refused once for want of a nonce (RFC 8656, section 7.2): two round trips. */
    private void gatherRelay(long startedNanos) {
        long roundTrips = host.host.profile().udpBlocked() ? 3 : 2;
        if (turn) {
            long due = startedNanos + 2 * roundTrips * host.toTurnNanos;
            timer = kernel.timer(Math.max(due, kernel.nowNanos()), this, RELAY, null);
        } else {
            timer = Kernel.NO_EVENT;
            gathered(null);
        }
    }

    private void relayAnswered() {
        timer = Kernel.NO_EVENT;
        relays = !plane.isTurnDown();
        if (relays) {
            gathered("relay");
        }
        gathered(null);
        connection.learned();
    }

    private void gathered(@Nullable String type) {
        if (!connection.isClosed()) {
            listener.onLocalCandidate(
                    type == null
                            ? null
                            : new IceCandidate(
                                    type, connection.number(), ++candidates, CANDIDATE_BYTES));
        }
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        switch (what) {
            case DESCRIBE -> described();
            case SRFLX -> {
                gathered("srflx");
                if (!connection.isClosed()) {
                    gatherRelay(kernel.nowNanos() - 2 * host.toTurnNanos);
                }
            }
            case RELAY -> relayAnswered();
            default -> throw new IllegalArgumentException("no such event: " + what);
        }
    }

    @Override
    public long touches(int what, @Nullable Object data) {
        return EventHandler.party(connection.person());
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        String done = switch (what) {
            case DESCRIBE -> "makes a description";
            case SRFLX -> "hears from the STUN server";
            case RELAY -> "hears from the TURN server";
            default -> "?";
        };
        return connection.person() + " " + done;
    }
}
