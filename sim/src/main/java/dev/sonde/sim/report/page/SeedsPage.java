package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.report.html.Block.Figure;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.study.Estimate;
import dev.sonde.sim.study.Statistics;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of one scenario with many seeds. Takes the numbers of each run and lets go of it. */
public final class SeedsPage {

    private static final int FIRST_SEEDS = 5;

    private final String file;
    private final String version;
    private final Map<String, Tally> claims = new LinkedHashMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final List<Long> unexpected = new ArrayList<>();
    private final List<List<Double>> values = new ArrayList<>();
    private List<Metric> metrics = List.of();
    private final Funnel funnel = new Funnel();
    private final List<Groups> groups = Groups.all();
    private final Ensemble ensemble = new Ensemble();
    private String scenario = "";
    private long runs;
    private long asExpected;
    private long firstSeed;
    private long lastSeed;

    /** How one claim fared in all runs. */
    private static final class Tally {
        private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        private final String kind;
        private String firstViolation = "";

        Tally(String kind) {
            this.kind = kind;
        }

        long count(Verdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }
    }

    /**
     * Begins without runs.
     *
     * @param file as the user named it, for commands to copy
     * @param version of the program
     */
    public SeedsPage(String file, String version) {
        this.file = file;
        this.version = version;
    }

    /** Takes one more run. */
    public void add(JudgedRun run) {
        RunResult result = run.result();
        scenario = result.scenario();
        firstSeed = runs == 0 ? result.seed() : firstSeed;
        lastSeed = result.seed();
        runs++;
        verdicts.merge(result.verdict(), 1L, Long::sum);
        if (run.asExpected()) {
            asExpected++;
        } else if (unexpected.size() < FIRST_SEEDS) {
            unexpected.add(result.seed());
        }
        for (ClaimResult claim : result.claims()) {
            Tally tally = claims.computeIfAbsent(
                    claim.name(), name -> new Tally(claim.kind().text()));
            tally.counts.merge(claim.verdict(), 1L, Long::sum);
            if (claim.verdict() == Verdict.VIOLATED && tally.firstViolation.isEmpty()) {
                tally.firstViolation =
                        "seed " + result.seed() + ", event " + claim.event() + ": " + claim.why();
            }
        }
        if (runs == 1) {
            metrics = result.metrics();
            metrics.forEach(metric -> values.add(new ArrayList<>()));
        }
        for (int i = 0; i < values.size(); i++) {
            values.get(i).add(run.metrics().values().get(i).number());
        }
        funnel.add(result);
        groups.forEach(each -> each.add(result.people(), false));
        ensemble.add(run);
    }

    /** The page of all runs so far. */
    public Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "numbers",
                "At a glance",
                "Medians over the runs; below each, the 95 % interval of the median.",
                List.of(new Block.Figures(figures()))));
        sections.add(claimSection());
        sections.add(new Section(
                "outcomes",
                "Who got how far",
                "All runs together. Bars are in proportion within each figure; indented ones say"
                        + " why somebody or something stopped there.",
                funnel.blocks()));
        sections.addAll(ensemble.sections());
        Groups.section(groups, sections);
        sections.add(metricSection());
        sections.add(again());
        boolean isGood = asExpected == runs;
        return new Page(
                "Report of " + Say.count(runs, "run", "runs"),
                scenario,
                List.of("seeds " + firstSeed + " to " + lastSeed, "Sonde " + version),
                Decimals.grouped(asExpected) + " of " + Decimals.grouped(runs) + " as expected",
                isGood ? Tone.GOOD : Tone.BAD,
                summary(),
                sections);
    }

    private Estimate median(String metric) {
        return median(place(metric));
    }

    private int place(String metric) {
        return metrics.stream().map(Metric::name).toList().indexOf(metric);
    }

    private Estimate median(int place) {
        return Statistics.median(
                values.get(place).stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<String> summary() {
        List<String> words = new ArrayList<>();
        long violated = claims.values().stream()
                .filter(tally -> tally.count(Verdict.VIOLATED) > 0)
                .count();
        words.add(
                violated == 0
                        ? "No claim was violated in any of the runs."
                        : Say.count(violated, "claim was", "claims were")
                                + " violated in at least one run.");
        Estimate matched = median("share.matched");
        Estimate half = median("time-to-match.p50");
        Estimate most = median("time-to-match.p95");
        if (matched.hasData()) {
            words.add("In the median run " + Say.percent(matched.value())
                    + " of those who joined were matched."
                    + (half.hasData()
                            ? " Half of them had waited at most " + Say.millis(half.value())
                                    + ", 95 % at most " + Say.millis(most.value()) + "."
                            : ""));
        }
        return words;
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figure(figures, "Matched", "share.matched");
        figure(figures, "Time to match, median", "time-to-match.p50");
        figure(figures, "Time to match, 95 %", "time-to-match.p95");
        figure(figures, "Round trip, median", "matched-rtt.p50");
        figure(figures, "Probes per match", "probes.per-match");
        figure(figures, "Ran out of patience", "share.abandoned");
        figure(figures, "Relayed", "share.relayed");
        figure(figures, "Longest queue", "waiting.max");
        return figures;
    }

    private void figure(List<Figure> figures, String label, String name) {
        Estimate median = median(name);
        if (median.hasData()) {
            String unit = metrics.get(place(name)).unit().text();
            figures.add(new Figure(
                    label,
                    Say.value(unit, median.value()),
                    Say.range(unit, median.low(), median.high()),
                    Tone.PLAIN));
        }
    }

    private Section claimSection() {
        List<List<Cell>> bad = new ArrayList<>();
        List<List<Cell>> all = new ArrayList<>();
        claims.forEach((name, tally) -> {
            long violated = tally.count(Verdict.VIOLATED);
            if (violated > 0) {
                bad.add(List.of(
                        new Cell(name, Tone.BAD),
                        Cell.of(Decimals.grouped(violated)),
                        Cell.of(Say.percent(violated, runs)),
                        Cell.of(tally.firstViolation)));
            }
            all.add(List.of(
                    new Cell(name, violated > 0 ? Tone.BAD : Tone.GOOD),
                    Cell.of(tally.kind),
                    Cell.of(Decimals.grouped(tally.count(Verdict.HELD))),
                    Cell.of(Decimals.grouped(violated)),
                    Cell.of(Decimals.grouped(
                            tally.count(Verdict.INCONCLUSIVE) + tally.count(Verdict.SKIPPED)))));
        });
        List<Block> blocks = new ArrayList<>();
        List<String> words = new ArrayList<>();
        verdicts.forEach((verdict, count) -> words.add(Decimals.grouped(count) + ' ' + verdict));
        blocks.add(new Block.Words("Verdicts of the runs: " + String.join(", ", words) + "."));
        if (!bad.isEmpty()) {
            blocks.add(new Block.Grid(
                    "Claims that were violated",
                    List.of("Claim", ">Runs", ">Share", "First time"),
                    bad,
                    false));
        }
        blocks.add(new Block.Grid(
                "All " + all.size() + " claims over the seeds",
                List.of("Claim", "Kind", ">Held", ">Violated", ">Not judged"),
                all,
                true));
        return new Section("claims", "Claims", "", blocks);
    }

    private Section metricSection() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Metric metric = metrics.get(i);
            String unit = metric.unit().text();
            Estimate median = median(i);
            double[] sorted = values.get(i).stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            rows.add(List.of(
                    Cell.of(metric.name()),
                    Cell.of(Say.value(unit, median.value())),
                    Cell.of(Say.range(unit, median.low(), median.high())),
                    Cell.of(Say.value(unit, Curves.quantile(sorted, 0))),
                    Cell.of(Say.value(unit, Curves.quantile(sorted, 1))),
                    Cell.of(metric.definition())));
        }
        return new Section(
                "metrics",
                "All metrics",
                "",
                List.of(new Block.Grid(
                        "Every metric: median over the runs, its 95 % interval, least and most",
                        List.of(
                                "Metric",
                                ">Median",
                                ">95 % interval",
                                ">Least",
                                ">Most",
                                "Definition"),
                        rows,
                        true)));
    }

    private Section again() {
        StringBuilder commands = new StringBuilder(
                "./sonde run " + file + " --seeds " + firstSeed + ".." + lastSeed);
        unexpected.forEach(seed -> commands.append("\n./sonde run ")
                .append(file)
                .append(" --seed ")
                .append(seed));
        return new Section(
                "again",
                "The same again",
                "Equal scenario, seed and version give an equal run, on every machine.",
                List.of(new Block.Code(
                        unexpected.isEmpty()
                                ? "Repeat the runs"
                                : "Repeat the runs, and the first that are not as expected",
                        commands.toString())));
    }
}
