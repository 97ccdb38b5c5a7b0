package dev.sonde.sim.network;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * How long one packet takes on a link: a distribution, its fixed part and its memory.
 *
 * <p>A delay is <em>base</em> + <em>jitter</em>. The base is fixed; the jitter is drawn and never
 * negative. The two numbers of a delay are the mean and the standard deviation of the whole drawn
 * value, base included, so the jitter has mean {@code mean - base}.
 */
public final class Delay {

    /** Shapes of the jitter, by netem's names where netem has them. */
    public enum Distribution {
        /** Always the mean. */
        CONSTANT,
        /** Equally likely from {@code mean - √3·deviation} to {@code mean + √3·deviation}. */
        UNIFORM,
        /**
         * Bell-shaped, cut off at the base, and then moved and widened so that mean and deviation
         * are the stated ones. Base 0 if not stated.
         */
        NORMAL,
        /** Shifted gamma. */
        GAMMA,
        /** Shifted log-normal. */
        LOGNORMAL,
        /** Shifted Weibull. */
        WEIBULL,
        /** Shifted Pareto, type I, with a shape above 2. */
        PARETO,
        /** Linear between stated quantiles; flat outside the first and the last. */
        QUANTILES,
        /** A {@link Series}, from its start, again and again. */
        SERIES;

        boolean isShifted() {
            return this == GAMMA || this == LOGNORMAL || this == WEIBULL || this == PARETO;
        }
    }

    /**
     * One point of a distribution.
     *
     * @param sharePpm how much lies below, in millionths, from 0 to 1 000 000
     * @param nanos the value there, at least 0
     */
    public record Quantile(int sharePpm, long nanos) {}

    /** No delay at all. */
    public static final Delay NONE = constant(0);

    /** A base that is not stated. */
    static final long DEFAULT_BASE = -1;

    /** Wider jitter would be all tail: its sample mean would say nothing about its mean. */
    private static final int WIDEST_JITTER = 3;

    private final Distribution distribution;
    private final long meanNanos;
    private final long deviationNanos;
    private final long statedBaseNanos;
    private final int correlationPpm;
    private final List<Quantile> quantiles;
    private final @Nullable Series series;
    private @Nullable DelayCurve curve;
    private @Nullable Bounds bounds;

    private Delay(
            Distribution distribution,
            long meanNanos,
            long deviationNanos,
            long statedBaseNanos,
            int correlationPpm,
            List<Quantile> quantiles,
            @Nullable Series series) {
        this.distribution = distribution;
        this.meanNanos = meanNanos;
        this.deviationNanos = deviationNanos;
        this.statedBaseNanos = statedBaseNanos;
        this.correlationPpm = correlationPpm;
        this.quantiles = quantiles;
        this.series = series;
        require(
                isTime(meanNanos) && isTime(deviationNanos) && statedBaseNanos <= Units.MAX_NANOS,
                "a delay is from 0 to an hour");
        require(
                correlationPpm >= 0 && correlationPpm < Units.WHOLE_PPM,
                "a correlation is from 0% to below 100%");
    }

    /** Always the same. */
    public static Delay constant(long nanos) {
        return new Delay(Distribution.CONSTANT, nanos, 0, DEFAULT_BASE, 0, List.of(), null);
    }

    /** A distribution by its mean and standard deviation, without memory, with its default base. */
    public static Delay of(Distribution distribution, long meanNanos, long deviationNanos) {
        return of(distribution, meanNanos, deviationNanos, 0, DEFAULT_BASE);
    }

    /**
     * A distribution by its mean and standard deviation.
     *
     * @param correlationPpm correlation of one delay's normal score with the one before, in
     *     millionths
     * @param baseNanos the fixed part; -1 for the default, which is 0 for the normal distribution
     *     and {@code mean - 2·deviation}, at least 0, for gamma, log-normal, Weibull and Pareto
     * @throws IllegalArgumentException if no such distribution exists
     */
    public static Delay of(
            Distribution distribution,
            long meanNanos,
            long deviationNanos,
            int correlationPpm,
            long baseNanos) {
        require(deviationNanos > 0, "a distribution needs a standard deviation above 0");
        require(
                baseNanos == DEFAULT_BASE || (baseNanos >= 0 && baseNanos < meanNanos),
                "the base must be below the mean");
        Delay delay = new Delay(
                distribution,
                meanNanos,
                deviationNanos,
                baseNanos,
                correlationPpm,
                List.of(),
                null);
        long jitterMean = meanNanos - delay.baseNanos();
        switch (distribution) {
            case UNIFORM -> {
                require(baseNanos == DEFAULT_BASE, "uniform takes no base");
                require(
                        deviationNanos * StrictMath.sqrt(3) <= meanNanos,
                        "uniform needs a deviation of at most 0.577 of the mean,"
                                + " else delays were negative");
            }
            case NORMAL ->
                require(
                        deviationNanos * 10 <= jitterMean * 9,
                        "normal needs a deviation of at most 0.9 of mean - base; gamma takes more");
            case GAMMA, LOGNORMAL, WEIBULL, PARETO ->
                require(
                        deviationNanos <= jitterMean * WIDEST_JITTER,
                        "the deviation must be at most 3 times mean - base");
            default ->
                throw new IllegalArgumentException(
                        distribution + " is not given by mean and deviation");
        }
        return delay;
    }

    /**
     * A distribution by some of its quantiles, linear between them. Below the first and above the
     * last nothing is invented: such draws have the first or the last value.
     *
     * @param quantiles at least one, shares rising, values not falling
     */
    public static Delay quantiles(int correlationPpm, long baseNanos, List<Quantile> quantiles) {
        require(!quantiles.isEmpty(), "at least one quantile");
        require(baseNanos >= 0, "the base is not negative");
        int share = -1;
        long nanos = 0;
        for (Quantile quantile : quantiles) {
            require(
                    quantile.sharePpm() > share && quantile.sharePpm() <= Units.WHOLE_PPM,
                    "shares of quantiles must rise, from 0 to 100");
            require(quantile.nanos() <= Units.MAX_NANOS, "a delay is from 0 to an hour");
            require(quantile.nanos() >= nanos, "values of quantiles must not fall");
            share = quantile.sharePpm();
            nanos = quantile.nanos();
        }
        long mean = Math.round(new DelayCurve.Quantiles(baseNanos, quantiles).mean());
        return new Delay(
                Distribution.QUANTILES,
                mean,
                0,
                baseNanos,
                correlationPpm,
                List.copyOf(quantiles),
                null);
    }

    /** A series, played again and again, each value behind the base. */
    public static Delay series(long baseNanos, Series series) {
        require(baseNanos >= 0, "the base is not negative");
        return new Delay(
                Distribution.SERIES,
                baseNanos + series.meanNanos(),
                0,
                baseNanos,
                0,
                List.of(),
                series);
    }

    public Distribution distribution() {
        return distribution;
    }

    /** Mean of the drawn value, base included. */
    public long meanNanos() {
        return meanNanos;
    }

    /** Standard deviation of the drawn value; 0 where it was not given (quantiles, series). */
    public long deviationNanos() {
        return deviationNanos;
    }

    /** Correlation of successive normal scores, in millionths. */
    public int correlationPpm() {
        return correlationPpm;
    }

    /** The fixed part. */
    public long baseNanos() {
        if (statedBaseNanos != DEFAULT_BASE) {
            return statedBaseNanos;
        }
        return distribution.isShifted() ? Math.max(0, meanNanos - 2 * deviationNanos) : 0;
    }

    public List<Quantile> quantiles() {
        return quantiles;
    }

    /** The series that is played; null unless the distribution is one. */
    public @Nullable Series series() {
        return series;
    }

    /**
     * The shortest delay that counts as possible: the least one where the distribution has a lower
     * bound within itself (constant, uniform, quantiles, series), else the 0.1 % quantile.
     */
    public long shortestNanos() {
        return bounds().shortestNanos;
    }

    /**
     * The longest delay that counts as possible: the greatest one where there is one, else the 99.9
     * % quantile. Draws of one packet in a thousand lie beyond; windows do not.
     */
    public long longestNanos() {
        return bounds().longestNanos;
    }

    /** Asked for with every message of an adversarial run, and worth some hundred operations. */
    private Bounds bounds() {
        Bounds made = bounds;
        if (made == null) {
            made = new Bounds(
                    bound(0, DelayCurve.SHORTEST_SHARE), bound(1, DelayCurve.LONGEST_SHARE));
            bounds = made;
        }
        return made;
    }

    private record Bounds(long shortestNanos, long longestNanos) {}

    private long bound(int end, double cut) {
        return switch (distribution) {
            case CONSTANT -> meanNanos;
            case SERIES -> statedBaseNanos + (end == 0 ? played().minNanos() : played().maxNanos());
            case UNIFORM, QUANTILES -> Math.round(curve().atShare(end));
            default -> Math.round(curve().atShare(cut));
        };
    }

    Series played() {
        return Objects.requireNonNull(series);
    }

    /** How scores and shares become delays; made at first use, since tables cost milliseconds. */
    DelayCurve curve() {
        DelayCurve made = curve;
        if (made == null) {
            made = DelayCurve.of(this);
            curve = made;
        }
        return made;
    }

    long statedBaseNanos() {
        return statedBaseNanos;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delay that
                && distribution == that.distribution
                && meanNanos == that.meanNanos
                && deviationNanos == that.deviationNanos
                && statedBaseNanos == that.statedBaseNanos
                && correlationPpm == that.correlationPpm
                && quantiles.equals(that.quantiles)
                && Objects.equals(series, that.series);
    }

    @Override
    public int hashCode() {
        return Objects.hash(meanNanos, deviationNanos, statedBaseNanos, correlationPpm, quantiles);
    }

    /** The words of the link's text. */
    @Override
    public String toString() {
        return DelayText.of(this);
    }

    private static boolean isTime(long nanos) {
        return nanos >= 0 && nanos <= Units.MAX_NANOS;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
