package dev.sonde.sim.scenario;

/** The limits of waiting. */
public record WaitingSection(
        @Key(
                value = "time",
                unset = "120s",
                min = "1ms",
                doc = "The longest that somebody waits before the waiting room gives up.",
                example = "120s")
        long timeNanos,

        @Key(
                value = "grace",
                unset = "20s",
                min = "0s",
                max = "1h",
                doc = "How long somebody may be away before its place, or its match, is lost.",
                example = "20s")
        long graceNanos,

        @Key(
                value = "hold",
                unset = "5s",
                min = "0s",
                max = "1h",
                doc = "How long after a match the loss of a member still cancels it.",
                example = "5s")
        long holdNanos,

        @Key(
                value = "pause",
                unset = "{}",
                doc = "How long a pair is not probed again after it was rejected.")
        PauseSection pause) {

    /** How long a pair is not probed again. */
    public record PauseSection(
            @Key(
                    value = "over-limit",
                    unset = "60s",
                    min = "0s",
                    max = "1000h",
                    doc = "After a round-trip time over the limit.",
                    example = "60s")
            long overLimitNanos,

            @Key(
                    value = "failed",
                    unset = "30s",
                    min = "0s",
                    max = "1000h",
                    doc = "After a probe that failed once both were ready.",
                    example = "30s")
            long failedNanos) {}
}
