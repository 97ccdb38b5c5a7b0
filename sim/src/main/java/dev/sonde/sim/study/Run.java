package dev.sonde.sim.study;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** One run of a study. Immutable. */
public final class Run {

    private final long number;
    private final int setting;
    private final long seed;
    private final String verdict;
    private final double[] values;
    private final boolean isOfBound;

    /**
     * @param number counts the runs of the whole study from 1: all settings with the first seed,
     *     then all with the next one
     * @param setting its place in the {@link Design}
     * @param verdict {@code HELD}, {@code VIOLATED} or {@code INCONCLUSIVE}
     * @param values one for each measure of the design, NaN without data; kept to 6 decimals, which
     *     is what a file of rows says
     * @param isOfBound true if {@code optimum.share} is of an upper bound of what was possible
     */
    public Run(
            long number,
            int setting,
            long seed,
            String verdict,
            double[] values,
            boolean isOfBound) {
        this.number = number;
        this.setting = setting;
        this.seed = seed;
        this.verdict = verdict;
        this.isOfBound = isOfBound;
        this.values = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            this.values[i] = Numbers.rounded(values[i]);
        }
    }

    public long number() {
        return number;
    }

    public int setting() {
        return setting;
    }

    public long seed() {
        return seed;
    }

    public String verdict() {
        return verdict;
    }

    /** The number of a measure, by its place in the design; NaN without data. */
    public double value(int measure) {
        return values[measure];
    }

    /** True if {@code optimum.share} is of an upper bound; false if so many were possible. */
    public boolean isOfBound() {
        return isOfBound;
    }

    /** The same run, its setting at another place. */
    public Run at(int place) {
        return new Run(number, place, seed, verdict, values, isOfBound);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Run that
                && number == that.number
                && setting == that.setting
                && seed == that.seed
                && verdict.equals(that.verdict)
                && isOfBound == that.isOfBound
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "run " + number + " (setting " + setting + ", seed " + seed + "): " + verdict + ' '
                + Arrays.toString(values);
    }
}
