package dev.sonde.sim.network;

/**
 * What the pings of one side did, on the simulated clock; the browser's own clock comes later.
 *
 * @param sentNanos when each ping was sent
 * @param pongNanos when its pong arrived, -1 if none did in time
 * @param trueRttNanos what each ping really took, however late its page looked; -1 if lost
 */
public record Measurement(long[] sentNanos, long[] pongNanos, long[] trueRttNanos) {

    public int sent() {
        return sentNanos.length;
    }

    public int received() {
        int received = 0;
        for (long pong : pongNanos) {
            received += pong >= 0 ? 1 : 0;
        }
        return received;
    }
}
