package dev.sonde.probe;

/**
 * The limits of a probe.
 *
 * @param timeoutNanos overall, from creation
 * @param preparingNanos for both members to become ready, from creation
 * @param settleNanos for the other report, once one is in hand
 * @param results what counts as the result
 * @param signalsPerSide most signals that one member may send in one probe
 * @param signalBytesPerSide most bytes that they may have together
 * @param rememberedNanos how long an ended probe is known, so that what comes late is told
 *     {@code finished} and not {@code unknown-probe}
 * @param rememberedProbes most ended probes that are known at a time
 */
public record ProbeConfig(
        long timeoutNanos,
        long preparingNanos,
        long settleNanos,
        ResultPolicy results,
        int signalsPerSide,
        int signalBytesPerSide,
        long rememberedNanos,
        int rememberedProbes) {

    private static final long SECOND = 1_000_000_000L;

    public static final ProbeConfig DEFAULT = new ProbeConfig(
            15 * SECOND,
            5 * SECOND,
            3 * SECOND,
            ResultPolicy.FIRST,
            256,
            128 * 1024,
            30 * SECOND,
            100_000);

    /** @throws IllegalArgumentException if a value is out of its range */
    public ProbeConfig {
        if (timeoutNanos <= 0 || preparingNanos <= 0 || settleNanos <= 0) {
            throw new IllegalArgumentException("a probe's limits must be more than 0");
        }
        if (signalsPerSide < 1 || signalBytesPerSide < 1) {
            throw new IllegalArgumentException("a member must be allowed at least one signal");
        }
        if (rememberedNanos < 0 || rememberedProbes < 0) {
            throw new IllegalArgumentException("what is remembered can't be less than nothing");
        }
    }
}
