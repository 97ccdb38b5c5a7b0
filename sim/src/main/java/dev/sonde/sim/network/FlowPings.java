package dev.sonde.sim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sequential pings of one side, worked out ahead so that they cost one event, and worked out
 * again from the ping in flight where something happens on the way.
 *
 * <p>When the other side closes, a ping that had not reached it goes unanswered and waits for its
 * timeout. By then the channel is closed here too, and the next send fails at once and ends the
 * measurement. This is why the second report of a probe so often comes two seconds after the first.
 */
final class FlowPings {

    private static final int PING_BYTES = 60;
    private static final long NONE = -1;

    private final FlowPeerConnection own;
    private final FlowPeerConnection other;
    private final FlowSession session;
    private final long timeoutNanos;
    private final long gapNanos;
    private final long[] sent;
    /** When the other side answered; {@link #NONE} if the ping did not get there. */
    private final long[] answered;
    /** When the pong arrived; {@link #NONE} if it did not. */
    private final long[] arrived;
    /** When the page saw the pong; {@link #NONE} if not within the timeout. */
    private final long[] seen;

    private int count;
    private long endNanos;

    FlowPings(
            FlowPeerConnection own,
            FlowPeerConnection other,
            FlowSession session,
            int pings,
            long timeoutNanos,
            long gapNanos) {
        this.own = own;
        this.other = other;
        this.session = session;
        this.timeoutNanos = timeoutNanos;
        this.gapNanos = gapNanos;
        sent = new long[pings];
        answered = new long[pings];
        arrived = new long[pings];
        seen = new long[pings];
    }

    /** When the page is through. */
    long endNanos() {
        return endNanos;
    }

    void start(long nowNanos) {
        workOut(0, nowNanos);
    }

    /** The network or a page changed; what is in flight meets the change. */
    void changed(long nowNanos) {
        int ping = inFlight(nowNanos);
        if (ping < count) {
            workOut(ping, sent[ping]);
        }
    }

    /** The other side closed. */
    void otherClosed(long nowNanos) {
        for (int ping = 0; ping < count; ping++) {
            if (sent[ping] >= nowNanos) {
                workOut(ping, sent[ping]);
                return;
            }
            if (answered[ping] >= nowNanos) {
                lose(ping);
                workOut(ping + 1, sent[ping] + timeoutNanos + gapNanos);
                return;
            }
        }
    }

    /** This side closed: its pongs are not seen any more. */
    void ownClosed(long nowNanos) {
        int ping = inFlight(nowNanos);
        if (ping < count) {
            if (sent[ping] >= nowNanos) {
                finish(ping, sent[ping]);
            } else {
                lose(ping);
                boolean last = ping == sent.length - 1;
                finish(ping + 1, sent[ping] + timeoutNanos + (last ? 0 : gapNanos));
            }
        }
    }

    /** The page wants what there is. */
    void stop(long nowNanos) {
        int ping = inFlight(nowNanos);
        if (ping < count && sent[ping] < nowNanos) {
            lose(ping);
            ping++;
        }
        finish(ping, nowNanos);
    }

    Measurement result() {
        List<Measurement.Ping> pings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long trueRtt = seen[i] == NONE ? NONE : arrived[i] - sent[i];
            pings.add(new Measurement.Ping(sent[i], seen[i], trueRtt));
        }
        return new Measurement(pings);
    }

    private int inFlight(long nowNanos) {
        for (int ping = 0; ping < count; ping++) {
            long over = seen[ping] == NONE ? sent[ping] + timeoutNanos : seen[ping];
            if (over > nowNanos) {
                return ping;
            }
        }
        return count;
    }

    private void lose(int ping) {
        answered[ping] = NONE;
        arrived[ping] = NONE;
        seen[ping] = NONE;
    }

    private void finish(int pings, long atNanos) {
        count = pings;
        endNanos = atNanos;
    }

    private void workOut(int from, long firstNanos) {
        long next = firstNanos;
        for (int ping = from; ping < sent.length; ping++) {
            long at = own.thawedNanos(next);
            if (at >= own.knowsClosedNanos()) {
                finish(ping, at);
                return;
            }
            sent[ping] = at;
            exchange(ping);
            long over = seen[ping] == NONE ? own.thawedNanos(at + timeoutNanos) : seen[ping];
            next = over + gapNanos;
            finish(ping + 1, over);
        }
        if (from == sent.length) {
            finish(from, firstNanos - gapNanos);
        }
    }

    private void exchange(int ping) {
        lose(ping);
        long there = session.arrivalNanos(own, own, sent[ping], PING_BYTES);
        if (there == Link.LOST) {
            return;
        }
        long answer = other.thawedNanos(there);
        if (answer >= other.closedNanos()) {
            return;
        }
        answered[ping] = answer;
        long back = session.arrivalNanos(other, own, answer, PING_BYTES);
        if (back == Link.LOST || back > sent[ping] + timeoutNanos) {
            return;
        }
        arrived[ping] = back;
        seen[ping] = own.thawedNanos(back);
    }

    @Override
    public String toString() {
        return Arrays.toString(sent) + " -> " + Arrays.toString(seen);
    }
}
