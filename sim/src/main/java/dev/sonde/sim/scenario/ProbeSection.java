package dev.sonde.sim.scenario;

/** The limits of one probe. */
public record ProbeSection(
        @Key(
                value = "timeout",
                unset = "15s",
                min = "1ms",
                max = "1h",
                doc = "The longest that a probe lives, from its creation.",
                example = "15s")
        long timeoutNanos,

        @Key(
                value = "preparing",
                unset = "5s",
                min = "1ms",
                max = "1h",
                doc = "The longest that both members may take to be ready.",
                example = "5s")
        long preparingNanos,

        @Key(
                value = "settle",
                unset = "3s",
                min = "1ms",
                max = "1h",
                doc = "How long the second report is waited for once the first is in.",
                example = "3s")
        long settleNanos,

        @Key(
                value = "results",
                unset = "first",
                doc = "Whether the first success decides, or both members' results are combined.",
                example = "both")
        Results results,

        @Key(
                value = "combine",
                unset = "mean",
                doc = "How two results become one, with `results: both`.",
                example = "max")
        Combine combine,

        @Key(
                value = "grace",
                unset = "5s",
                min = "0s",
                max = "1h",
                doc = "How long a member may be away before it counts as lost to its probe.",
                example = "5s")
        long graceNanos) {

    /** Whose result counts. */
    public enum Results {
        FIRST,
        BOTH
    }

    /** How two results become one. */
    public enum Combine {
        MEAN,
        MAX,
        MIN
    }
}
