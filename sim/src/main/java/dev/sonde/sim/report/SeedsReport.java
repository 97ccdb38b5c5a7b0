package dev.sonde.sim.report;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.MetricUnit;
import dev.sonde.sim.outcome.Metrics;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One scenario with many seeds: verdicts, who broke what, and each metric's spread over the seeds.
 */
public final class SeedsReport {

    private static final int FIRST_SEEDS = 5;

    /** How often something was seen, and the first seed that showed it. */
    private static final class Seen {
        private final long firstSeed;
        private long runs;

        Seen(long firstSeed) {
            this.firstSeed = firstSeed;
        }
    }

    /** Numbers without boxes. */
    private static final class Series {
        private double[] values = new double[16];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        double[] values() {
            return Arrays.copyOf(values, size);
        }
    }

    private final String file;
    private final String scenario;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Seen> violated = new LinkedHashMap<>();
    private final List<Long> unexpected = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private List<Metric> metrics = List.of();
    private long runs;
    private long asExpected;
    private long firstSeed;
    private long lastSeed;

    /** @param file as the user named it, for commands to copy */
    public SeedsReport(String file, String scenario) {
        this.file = file;
        this.scenario = scenario;
    }

    /** Takes the numbers of one more run; keeps nothing else of it. */
    public void add(JudgedRun run) {
        long seed = run.result().seed();
        firstSeed = runs == 0 ? seed : firstSeed;
        lastSeed = seed;
        runs++;
        verdicts.merge(run.result().verdict(), 1L, Long::sum);
        for (ClaimResult claim : run.result().claims()) {
            if (claim.verdict() == Verdict.VIOLATED) {
                violated.computeIfAbsent(claim.name(), name -> new Seen(seed)).runs++;
            }
        }
        if (run.asExpected()) {
            asExpected++;
        } else if (unexpected.size() < FIRST_SEEDS) {
            unexpected.add(seed);
        }
        if (runs == 1) {
            metrics = run.result().metrics();
            metrics.forEach(metric -> series.add(new Series()));
        }
        for (int i = 0; i < series.size(); i++) {
            Metrics.Value value = run.metrics().values().get(i);
            if (value.hasData()) {
                series.get(i).add(value.number());
            }
        }
    }

    /** The lines of the report, at most 80 columns wide where names allow. */
    public List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        String name = Text.cut(scenario, 36);
        String rest = style.dot() + "seeds " + firstSeed + ".." + lastSeed;
        String verdict =
                Decimals.grouped(asExpected) + " of " + Decimals.grouped(runs) + " as expected";
        int space = Style.WIDTH - name.length() - rest.length() - verdict.length();
        lines.add(style.strong(name)
                + rest
                + " ".repeat(Math.max(2, space))
                + (asExpected == runs ? style.good(verdict) : style.bad(verdict)));
        lines.add(style.faint(style.rule()));
        List<String> words = new ArrayList<>();
        verdicts.forEach((key, count) -> words.add(key + " " + Decimals.grouped(count)));
        lines.add(TerminalReport.section("Verdicts", style) + String.join(style.dot(), words));
        violated.forEach((claim, seen) -> lines.add("  " + style.bad(style.missed() + ' ' + claim)
                + ": " + Decimals.grouped(seen.runs) + (seen.runs == 1 ? " run" : " runs")
                + ", first with seed " + seen.firstSeed));
        for (long seed : unexpected) {
            lines.add("  sonde run " + file + " --seed " + seed);
        }
        if (runs - asExpected > unexpected.size()) {
            lines.add("  and " + Decimals.grouped(runs - asExpected - unexpected.size())
                    + " more that are not as expected");
        }
        metrics(lines);
        return lines;
    }

    private void metrics(List<String> lines) {
        Table table = new Table("lrrrr")
                .row("Over the seeds", "median", "95 % interval", "least", "most");
        for (int i = 0; i < series.size(); i++) {
            double[] values = series.get(i).values();
            Arrays.sort(values);
            if (values.length == 0 || (values[0] == 0 && values[values.length - 1] == 0)) {
                continue;
            }
            Metric metric = metrics.get(i);
            MedianInterval median = MedianInterval.of(values);
            table.row(
                    "  " + metric.name(),
                    text(metric, median.median()),
                    Double.isNaN(median.low())
                            ? "-"
                            : text(metric, median.low()) + " .. " + text(metric, median.high()),
                    text(metric, values[0]),
                    text(metric, values[values.length - 1]));
        }
        lines.add("");
        lines.addAll(table.lines());
        lines.add("Median over the seeds; what is 0 or has no data in all runs is left out.");
    }

    private static String text(Metric metric, double value) {
        return metric.unit() == MetricUnit.MILLISECONDS
                ? Durations.ofMillis(value)
                : Decimals.text(value);
    }
}
