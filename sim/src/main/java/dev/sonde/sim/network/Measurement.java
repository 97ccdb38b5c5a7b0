package dev.sonde.sim.network;

import java.util.List;

/** What the pings of one side did, on the simulated clock; the browser's own clock comes later. */
public record Measurement(List<Ping> pings) {

    /**
     * One ping.
     *
     * @param sentNanos when it was sent
     * @param pongNanos when its pong arrived, -1 if none did in time
     * @param trueRttNanos what it really took, however late its page looked; -1 if lost
     */
    public record Ping(long sentNanos, long pongNanos, long trueRttNanos) {}

    public Measurement {
        pings = List.copyOf(pings);
    }
}
