package dev.sonde.sim.network;

import java.util.Objects;

/**
 * How a link loses packets: the two-state chain of Gilbert and Elliott, of which independent loss
 * is the case without memory. All shares in millionths.
 *
 * @param kind how it was stated, which decides its words
 * @param toBadPpm chance, per step, to go from the good to the bad state
 * @param toGoodPpm chance, per step, to go from the bad to the good state
 * @param lossInBadPpm netem's {@code 1-h}
 * @param lossInGoodPpm netem's {@code 1-k}
 * @param meanPpm for {@link Kind#INDEPENDENT} and {@link Kind#BURST}, the mean loss
 * @param burstThousandths for {@link Kind#BURST}, the mean burst, in thousandths of a packet
 * @param stepNanos time that one step of the chain stands for; 0 if each packet is one step
 */
public record Loss(
        Kind kind,
        int toBadPpm,
        int toGoodPpm,
        int lossInBadPpm,
        int lossInGoodPpm,
        int meanPpm,
        long burstThousandths,
        long stepNanos) {

    /** The ways to state loss. */
    public enum Kind {
        INDEPENDENT,
        BURST,
        GEMODEL
    }

    /** Nothing is lost. */
    public static final Loss NONE = independent(0);

    /**
     * Time per step unless stated: 50 packets a second, the voice streams in whose traces bursts
     * are usually counted. A stream of that rate sees the stated bursts, and a few probes in that
     * time see what such a stream would have seen around them.
     */
    public static final long DEFAULT_STEP_NANOS = 20 * Units.MILLI_NANOS;

    private static final long LONGEST_BURST_THOUSANDTHS = 1_000_000_000L;
    private static final int WHOLE = Units.WHOLE_PPM;

    /** Each packet on its own. */
    public static Loss independent(int meanPpm) {
        requireShare(meanPpm);
        return new Loss(Kind.INDEPENDENT, meanPpm, WHOLE - meanPpm, WHOLE, 0, meanPpm, 0, 0);
    }

    /**
     * Bursts by mean loss and mean length: r = 1/burst, p = loss·r/(1 − loss).
     *
     * @param burstThousandths mean number of packets lost in a row, in thousandths, at least 1 000
     * @param stepNanos time that one packet of that stream stands for; 0 for steps by packet. In
     *     time, bursts shorter than those of independent loss, 1/(1 − loss), become those
     * @throws IllegalArgumentException if so much loss cannot come in such short bursts
     */
    public static Loss burst(int meanPpm, long burstThousandths, long stepNanos) {
        requireShare(meanPpm);
        require(meanPpm < WHOLE, "a burst needs a mean loss below 100%");
        require(
                burstThousandths >= 1_000 && burstThousandths <= LONGEST_BURST_THOUSANDTHS,
                "a burst is 1 to a million packets long");
        requireStep(stepNanos);
        long toGood = Math.round(1_000.0 * WHOLE / burstThousandths);
        long toBad = Math.round((double) meanPpm * toGood / (WHOLE - meanPpm));
        require(
                toBad <= WHOLE,
                "bursts must be longer: between two bursts at least one packet must get through");
        return new Loss(
                Kind.BURST,
                (int) toBad,
                (int) toGood,
                WHOLE,
                0,
                meanPpm,
                burstThousandths,
                stepNanos);
    }

    /** The four parameters of netem's {@code gemodel}, in its order. */
    public static Loss gilbertElliott(
            int toBadPpm, int toGoodPpm, int lossInBadPpm, int lossInGoodPpm, long stepNanos) {
        requireShare(toBadPpm);
        requireShare(toGoodPpm);
        requireShare(lossInBadPpm);
        requireShare(lossInGoodPpm);
        requireStep(stepNanos);
        return new Loss(
                Kind.GEMODEL, toBadPpm, toGoodPpm, lossInBadPpm, lossInGoodPpm, 0, 0, stepNanos);
    }

    /** Share of packets that are lost in the long run, from 0 to 1. */
    public double mean() {
        if (kind != Kind.GEMODEL) {
            return meanPpm / (double) WHOLE;
        }
        return (shareBad() * lossInBadPpm + (1 - shareBad()) * lossInGoodPpm) / WHOLE;
    }

    /** True if no packet is ever lost. */
    public boolean isNone() {
        return mean() == 0;
    }

    /** Share of steps in the bad state in the long run; a chain that never moves stays good. */
    double shareBad() {
        if (kind == Kind.BURST) {
            return meanPpm / (double) WHOLE;
        }
        long moves = (long) toBadPpm + toGoodPpm;
        return moves == 0 ? 0 : toBadPpm / (double) moves;
    }

    /** What is left, after one step, of the difference from the long run. */
    double memory() {
        if (kind == Kind.BURST) {
            double toGood = 1_000.0 / burstThousandths;
            return 1 - toGood / (1 - shareBad());
        }
        return 1 - ((long) toBadPpm + toGoodPpm) / (double) WHOLE;
    }

    /** Without the hash of the kind, which differs from one JVM to the next. */
    @Override
    public int hashCode() {
        return Objects.hash(
                toBadPpm, toGoodPpm, lossInBadPpm, meanPpm, burstThousandths, stepNanos);
    }

    /** The words of the link's text. */
    @Override
    public String toString() {
        return switch (kind) {
            case INDEPENDENT -> "loss " + Units.ppmText(meanPpm);
            case BURST ->
                "loss " + Units.ppmText(meanPpm)
                        + " burst " + Units.decimal(burstThousandths, 3)
                        + (stepNanos == DEFAULT_STEP_NANOS ? "" : per());
            case GEMODEL ->
                "loss gemodel " + Units.ppmText(toBadPpm)
                        + " " + Units.ppmText(toGoodPpm)
                        + " " + Units.ppmText(lossInBadPpm)
                        + " " + Units.ppmText(lossInGoodPpm)
                        + (stepNanos == 0 ? "" : per());
        };
    }

    private String per() {
        return " per " + (stepNanos == 0 ? "packet" : Units.nanosText(stepNanos));
    }

    private static void requireStep(long stepNanos) {
        require(stepNanos >= 0 && stepNanos <= Units.MAX_NANOS, "a step takes from 0 to an hour");
    }

    private static void requireShare(int ppm) {
        require(ppm >= 0 && ppm <= WHOLE, "a share is from 0% to 100%");
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
