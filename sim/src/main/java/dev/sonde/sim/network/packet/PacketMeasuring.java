package dev.sonde.sim.network.packet;

import dev.sonde.sim.network.Measurement;
import dev.sonde.sim.network.PeerConnection;

import java.util.ArrayList;
import java.util.List;

/**
 * The page's pings, one after another, and its answers to the other side's. It runs only while the
 * page does: a frozen page sees, sends and answers afterwards.
 *
 * <p>Closing eats pongs: who pings a side that has closed waits for the timeout; the next send then
 * fails at once and ends the measurement.
 */
final class PacketMeasuring {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long NONE = -1;

    private final PacketPeerConnection connection;
    private final PeerConnection.Listener listener;
    private final List<Measurement.Ping> pings = new ArrayList<>(5);
    /** Numbers of the other side's pings that came while the page was frozen. */
    private final List<Long> unanswered = new ArrayList<>(0);

    private int wanted;
    private long timeoutNanos;
    private long gapNanos;
    private boolean underWay;
    private boolean over;
    private long lastNumber;
    private long sentNanos = NONE;
    private long arrivedNanos = NONE;
    private long nextSendNanos = NEVER;
    private long frozenUntilNanos;

    PacketMeasuring(PacketPeerConnection connection, PeerConnection.Listener listener) {
        this.connection = connection;
        this.listener = listener;
    }

    boolean isUnderWay() {
        return underWay;
    }

    void start(long nowNanos, int count, long timeout, long gap) {
        wanted = count;
        timeoutNanos = timeout;
        gapNanos = gap;
        underWay = true;
        pings.clear();
        over = false;
        nextSendNanos = nowNanos;
        if (nowNanos >= frozenUntilNanos && connection.isChannelOpen()) {
            ping(nowNanos);
        }
    }

    /** Ends with what there is; a ping in flight is lost. The owner hears of it afterwards. */
    void stop() {
        if (underWay && !over) {
            if (sentNanos != NONE) {
                pings.add(new Measurement.Ping(sentNanos, NONE, NONE));
                sentNanos = NONE;
            }
            over = true;
        }
    }

    void freeze(long untilNanos) {
        frozenUntilNanos = Math.max(frozenUntilNanos, untilNanos);
    }

    void onPing(long nowNanos, long number) {
        if (nowNanos < frozenUntilNanos) {
            unanswered.add(number);
        } else if (connection.isChannelOpen()) {
            connection.sendData(Kind.PONG, number);
        }
    }

    void onPong(long nowNanos, long number) {
        if (sentNanos != NONE && number == lastNumber && arrivedNanos == NONE) {
            if (nowNanos <= sentNanos + timeoutNanos) {
                arrivedNanos = nowNanos;
                wake(nowNanos);
            }
        }
    }

    long nextDeadlineNanos() {
        long next = unanswered.isEmpty() ? NEVER : frozenUntilNanos;
        if (!underWay) {
            return next;
        }
        if (over) {
            return 0;
        }
        long own = nextSendNanos;
        if (sentNanos != NONE) {
            own = arrivedNanos == NONE ? sentNanos + timeoutNanos : arrivedNanos;
        }
        return Math.min(next, Math.max(own, frozenUntilNanos));
    }

    void wake(long nowNanos) {
        if (over) {
            finish();
        }
        if (nowNanos < frozenUntilNanos) {
            return;
        }
        for (int i = 0; i < unanswered.size(); i++) {
            onPing(nowNanos, unanswered.get(i));
        }
        unanswered.clear();
        if (!underWay) {
            return;
        }
        if (sentNanos != NONE && arrivedNanos != NONE) {
            ended(nowNanos, nowNanos);
        } else if (sentNanos != NONE && nowNanos >= sentNanos + timeoutNanos) {
            ended(NONE, nowNanos);
        }
        if (underWay && sentNanos == NONE && nowNanos >= nextSendNanos) {
            ping(nowNanos);
        }
    }

    private void ping(long nowNanos) {
        if (!connection.isChannelOpen()) {
            finish();
            return;
        }
        sentNanos = nowNanos;
        arrivedNanos = NONE;
        nextSendNanos = NEVER;
        connection.sendData(Kind.PING, ++lastNumber);
    }

    /** A ping is over: its pong was seen, or it was given up. */
    private void ended(long seenNanos, long nowNanos) {
        long trueRtt = seenNanos == NONE ? NONE : arrivedNanos - sentNanos;
        pings.add(new Measurement.Ping(sentNanos, seenNanos, trueRtt));
        sentNanos = NONE;
        arrivedNanos = NONE;
        nextSendNanos = nowNanos + gapNanos;
        if (pings.size() == wanted) {
            finish();
        }
    }

    private void finish() {
        underWay = false;
        over = false;
        nextSendNanos = NEVER;
        listener.onMeasured(new Measurement(pings));
    }

    /** The connection closed on this side: pongs are seen no more, the next send fails. */
    void closed() {
        unanswered.clear();
    }
}
