package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Axis;
import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Line;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The curves of many runs as one: the median run, and a band that holds 90 % of them. */
final class Ensemble {

    private static final int POINTS = 200;

    /** Curves of more runs would look the same. */
    private static final int MOST_RUNS = 1_000;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double WHOLE = 100;
    private static final String NAME = "median of the runs, and the middle 90 %";

    private final List<Sample> waits = new ArrayList<>();
    private final List<Sample> rtts = new ArrayList<>();
    private final List<RunQueue> queues = new ArrayList<>();
    private double limitMillis = Double.NaN;
    private long runs;

    /** Sorted values of a run, thinned out, and how many there could be of them per value. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sample(double[] sorted, double reached) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record RunQueue(double[] most, long endNanos) {}

    void add(JudgedRun run) {
        runs++;
        if (runs > MOST_RUNS) {
            return;
        }
        RunResult result = run.result();
        limitMillis = result.rttLimitMillis();
        long joined = result.people().stream()
                .filter(one -> one.firstJoinNanos() >= 0)
                .count();
        double[] times = run.metrics().facts().timesToMatch();
        if (joined > 0) {
            waits.add(new Sample(
                    thinned(Curves.scaled(times, 1e-3)), (double) times.length / (double) joined));
        }
        double[] measured = run.metrics().facts().matchedRtts();
        if (measured.length > 0) {
            rtts.add(new Sample(thinned(measured), 1));
        }
        queues.add(new RunQueue(
                Curves.queue(result.queue(), result.simulatedNanos(), POINTS),
                result.simulatedNanos()));
    }

    /** As many values as there are points, by rank. */
    private static double[] thinned(double[] sorted) {
        if (sorted.length <= POINTS) {
            return sorted;
        }
        double[] thinned = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            thinned[i] = sorted[(int) ((long) (i + 1) * sorted.length / POINTS) - 1];
        }
        return thinned;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<Block> charts = new ArrayList<>();
        if (hasValues(waits)) {
            charts.add(DistributionChart.waiting(List.of(distribution(waits))));
        }
        if (hasValues(rtts)) {
            charts.add(DistributionChart.rtt(List.of(distribution(rtts)), limitMillis));
        }
        if (!charts.isEmpty()) {
            sections.add(new Section(
                    "distributions",
                    "Waiting and round trips",
                    "At each place, the line is the median of the runs' own curves, and the band"
                            + " holds the middle 90 % of them."
                            + (runs > MOST_RUNS
                                    ? " Curves are those of the first "
                                            + Decimals.grouped(MOST_RUNS) + " runs."
                                    : ""),
                    charts));
        }
        sections.add(new Section("queue", "Queue over time", "", List.of(queue())));
        return sections;
    }

    private static boolean hasValues(List<Sample> samples) {
        return samples.stream().anyMatch(sample -> sample.sorted().length > 0);
    }

    private static Line distribution(List<Sample> samples) {
        double[] most = samples.stream()
                .mapToDouble(sample -> Curves.quantile(sample.sorted(), 0.99))
                .filter(Double::isFinite)
                .toArray();
        double end = Arrays.stream(most).max().orElse(1);
        double[] xs = new double[POINTS + 1];
        double[][] columns = new double[POINTS + 1][samples.size()];
        for (int i = 0; i <= POINTS; i++) {
            xs[i] = end * i / POINTS;
            for (int s = 0; s < samples.size(); s++) {
                Sample sample = samples.get(s);
                double share = Curves.shareUpTo(sample.sorted(), xs[i], sample.sorted().length);
                columns[i][s] = Double.isNaN(share) ? 0 : WHOLE * share * sample.reached();
            }
        }
        return banded(xs, columns);
    }

    private Chart queue() {
        double[][] columns = new double[POINTS][queues.size()];
        long endNanos = queues.stream().mapToLong(RunQueue::endNanos).max().orElse(1);
        for (int q = 0; q < queues.size(); q++) {
            RunQueue one = queues.get(q);
            for (int i = 0; i < POINTS; i++) {
                // Runs end at different instants; after its end nobody waits.
                double at = (double) endNanos * i / one.endNanos();
                columns[i][q] = at < POINTS ? one.most()[(int) at] : 0;
            }
        }
        return new Chart(
                "People waiting",
                "How many people wait at once: the median run, and the middle 90 % of the runs.",
                new Axis("Time", "s"),
                new Axis("People", ""),
                false,
                List.of(banded(Curves.slices(endNanos, POINTS), columns)),
                List.of());
    }

    private static Line banded(double[] xs, double[][] columns) {
        double[] ys = new double[xs.length];
        double[] lows = new double[xs.length];
        double[] highs = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            Arrays.sort(columns[i]);
            ys[i] = Curves.quantile(columns[i], 0.5);
            lows[i] = Curves.quantile(columns[i], LOW);
            highs[i] = Curves.quantile(columns[i], HIGH);
        }
        return new Line(NAME, xs, ys, lows, highs, true);
    }
}
