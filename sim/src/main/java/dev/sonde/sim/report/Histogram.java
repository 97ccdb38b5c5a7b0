package dev.sonde.sim.report;

import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;

/**
 * How values spread, as bins of equal and round width.
 *
 * @param lowest lower edge of the first bin
 * @param step width of a bin: 1, 2 or 5 times a power of ten, at least 1
 * @param counts values in each bin; a bin holds its lower edge and not its upper one
 */
record Histogram(double lowest, double step, List<Long> counts) {

    /** Fewer values say more one by one. */
    static final int WORTH_IT = 5;

    private static final int MOST_BINS = 8;
    private static final int BAR_WIDTH = 14;

    Histogram {
        counts = List.copyOf(counts);
    }

    /**
     * Sorts values into at most 8 bins.
     *
     * @param sorted ascending, at least one, all finite
     */
    static Histogram of(double[] sorted) {
        double smallest = sorted[0];
        double largest = sorted[sorted.length - 1];
        double step = 1;
        int[] factors = {2, 5, 10};
        double decade = step;
        for (int i = 0; bins(smallest, largest, step) > MOST_BINS; i++) {
            step = decade * factors[i % 3];
            decade = i % 3 == 2 ? step : decade;
        }
        double lowest = StrictMath.floor(smallest / step) * step;
        long[] counts = new long[(int) bins(smallest, largest, step)];
        for (double value : sorted) {
            int bin = (int) ((value - lowest) / step);
            counts[Math.min(bin, counts.length - 1)]++;
        }
        List<Long> boxed = new ArrayList<>();
        for (long count : counts) {
            boxed.add(count);
        }
        return new Histogram(lowest, step, boxed);
    }

    private static double bins(double smallest, double largest, double step) {
        return StrictMath.floor(largest / step) - StrictMath.floor(smallest / step) + 1;
    }

    /** One line a bin: its range, a bar, its count. */
    List<String> lines(Style style) {
        long largest = counts.stream().mapToLong(count -> count).max().orElse(0);
        int edgeWidth = Decimals.text(lowest + step * counts.size()).length();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            String from = Text.right(Decimals.text(lowest + step * i), edgeWidth);
            String to = Text.right(Decimals.text(lowest + step * (i + 1)), edgeWidth);
            String bar = Text.left(style.bar(counts.get(i), largest, BAR_WIDTH), BAR_WIDTH);
            String range = from + ' ' + style.dash() + ' ' + to;
            lines.add((range + "  " + bar + ' ' + Decimals.grouped(counts.get(i))));
        }
        return lines;
    }
}
