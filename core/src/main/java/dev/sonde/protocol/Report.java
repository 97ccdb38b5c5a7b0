package dev.sonde.protocol;

/** What a {@code probe_result} says. */
public sealed interface Report {

    /** The largest round-trip time that anybody may report. */
    double MAX_RTT_MILLIS = 60_000;

    /**
     * A measured round-trip time.
     *
     * @param rttMillis finite, 0 to {@link #MAX_RTT_MILLIS}
     */
    record Success(double rttMillis) implements Report {

        /**
         * @throws IllegalArgumentException outside the range; use {@link Report#ofSuccess} for
         *     numbers that strangers send
         */
        public Success {
            if (!isValid(rttMillis)) {
                throw new IllegalArgumentException(
                        "a round-trip time is a finite number from 0 to 60000 ms");
            }
        }
    }

    /** No connection, or no pong came back; also {@code success: true} without a number. */
    record Failure() implements Report {}

    /** A value that is no round-trip time: a failure of its sender, counted apart. */
    record Invalid() implements Report {}

    Report FAILURE = new Failure();
    Report INVALID = new Invalid();

    static boolean isValid(double rttMillis) {
        return rttMillis >= 0 && rttMillis <= MAX_RTT_MILLIS;
    }

    static Report ofSuccess(double rttMillis) {
        // Adding zero turns -0.0, which is allowed, into 0.0.
        return isValid(rttMillis) ? new Success(rttMillis + 0.0) : INVALID;
    }
}
