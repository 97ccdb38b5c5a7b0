package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.QueuePoint;
import dev.sonde.sim.report.html.Block.Line;

import java.util.Arrays;
import java.util.List;

/** Lines of charts out of results, thinned out to what an eye can see. */
final class Curves {

    /** Points of a line at most, a few more than a wide screen shows apart. */
    static final int MOST_POINTS = 400;

    private static final double WHOLE = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private Curves() {}

    /**
     * What share of all has a value of at most x, in percent; from 0 on.
     *
     * @param sorted the values that there are
     * @param all how many there could be; the curve ends below 100 % where values are missing
     */
    static Line distribution(String name, double[] sorted, long all) {
        int points = Math.min(MOST_POINTS, sorted.length);
        double[] xs = new double[points + 1];
        double[] ys = new double[points + 1];
        for (int i = 1; i <= points; i++) {
            int rank = (int) ((long) sorted.length * i / points);
            xs[i] = sorted[rank - 1];
            ys[i] = WHOLE * rank / Math.max(1, all);
        }
        xs[0] = Math.min(0, points == 0 ? 0 : xs[1]);
        return withoutDoubles(name, xs, ys);
    }

    /** Of points at one place only the last counts. */
    private static Line withoutDoubles(String name, double[] xs, double[] ys) {
        int size = 0;
        for (int i = 0; i < xs.length; i++) {
            size = size > 0 && xs[size - 1] == xs[i] ? size - 1 : size;
            xs[size] = xs[i];
            ys[size] = ys[i];
            size++;
        }
        return Line.of(name, Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), true);
    }

    /** The share of the sorted values that are at most x, of all that there could be. */
    static double shareUpTo(double[] sorted, double x, long all) {
        int at = Arrays.binarySearch(sorted, x);
        int count = at < 0 ? -at - 1 : at + 1;
        while (count < sorted.length && sorted[count] == x) {
            count++;
        }
        return all == 0 ? Double.NaN : (double) count / (double) all;
    }

    /** Most people waiting, in equal slices of time from the start to the end. */
    static double[] queue(List<QueuePoint> points, long endNanos, int slices) {
        double[] most = new double[slices];
        long waiting = 0;
        int next = 0;
        for (int slice = 0; slice < slices; slice++) {
            long until = slice == slices - 1
                    ? Long.MAX_VALUE
                    : (long) ((double) endNanos * (slice + 1) / slices);
            long top = waiting;
            while (next < points.size() && points.get(next).atNanos() < until) {
                top = Math.max(top, points.get(next).most());
                waiting = points.get(next).last();
                next++;
            }
            most[slice] = top;
        }
        return most;
    }

    /** How many people waited over the time of a run. */
    static Line queueLine(String name, List<QueuePoint> points, long endNanos) {
        if (points.size() > MOST_POINTS) {
            double[] ys = queue(points, endNanos, MOST_POINTS);
            return Line.of(name, slices(endNanos, MOST_POINTS), ys, true);
        }
        double[] xs = new double[points.size() + 2];
        double[] ys = new double[points.size() + 2];
        for (int i = 0; i < points.size(); i++) {
            xs[i + 1] = points.get(i).atNanos() / NANOS_PER_SECOND;
            ys[i + 1] = points.get(i).last();
        }
        xs[xs.length - 1] = Math.max(xs[xs.length - 2], endNanos / NANOS_PER_SECOND);
        ys[ys.length - 1] = ys[ys.length - 2];
        return withoutDoubles(name, xs, ys);
    }

    /** Where the slices of {@link #queue} begin, in seconds. */
    static double[] slices(long endNanos, int slices) {
        double[] xs = new double[slices];
        for (int i = 0; i < slices; i++) {
            xs[i] = endNanos / NANOS_PER_SECOND * i / slices;
        }
        return xs;
    }

    /** The value below which a share of the sorted values lies. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(sorted.length - 1, low + 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }

    static double[] scaled(double[] values, double by) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = values[i] * by;
        }
        return scaled;
    }
}
