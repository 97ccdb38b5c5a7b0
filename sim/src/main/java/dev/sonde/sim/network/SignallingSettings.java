package dev.sonde.sim.network;

/**
 * What all connections to the server have in common.
 *
 * @param pingIntervalNanos from a pong (or the opening) to the next ping of the server, above 0
 * @param pingTimeoutNanos how long the server waits for a pong, above 0; the client waits interval
 *     and timeout for the next ping (Engine.IO protocol 4, heartbeat)
 * @param connectTimeoutNanos how long a client waits for its connection to open, above 0
 * @param outboundBudgetBytes most bytes on their way to one client; more, and the server closes
 * @param slackNanos in adversarial runs, how much later than its link's longest delay a message may
 *     be, at least 0
 * @param heardBeats true if the server's side hears each pong, at the price of an event for each
 */
public record SignallingSettings(
        long pingIntervalNanos,
        long pingTimeoutNanos,
        long connectTimeoutNanos,
        long outboundBudgetBytes,
        long slackNanos,
        boolean heardBeats) {

    /**
     * Ping 8 s, timeout 20 s: a page's thread may block for 5 to 15 s. 20 s to connect is the
     * default of socket.io-client 4. 256 KiB is the socket layer's budget.
     */
    public static final SignallingSettings DEFAULT = new SignallingSettings(
            8 * Units.SECOND_NANOS,
            20 * Units.SECOND_NANOS,
            20 * Units.SECOND_NANOS,
            256 * 1024,
            0,
            false);

    /** @throws IllegalArgumentException if a value is out of its range */
    public SignallingSettings {
        if (pingIntervalNanos <= 0 || pingTimeoutNanos <= 0 || connectTimeoutNanos <= 0) {
            throw new IllegalArgumentException("heartbeat and connect times must be above 0");
        }
        if (outboundBudgetBytes <= 0 || slackNanos < 0) {
            throw new IllegalArgumentException(
                    "the outbound budget must be above 0 and the slack not below 0");
        }
    }

    public SignallingSettings withHeartbeat(long intervalNanos, long timeoutNanos) {
        return new SignallingSettings(
                intervalNanos,
                timeoutNanos,
                connectTimeoutNanos,
                outboundBudgetBytes,
                slackNanos,
                heardBeats);
    }

    public SignallingSettings withSlackNanos(long nanos) {
        return new SignallingSettings(
                pingIntervalNanos,
                pingTimeoutNanos,
                connectTimeoutNanos,
                outboundBudgetBytes,
                nanos,
                heardBeats);
    }

    public SignallingSettings withHeardBeats(boolean on) {
        return new SignallingSettings(
                pingIntervalNanos,
                pingTimeoutNanos,
                connectTimeoutNanos,
                outboundBudgetBytes,
                slackNanos,
                on);
    }
}
