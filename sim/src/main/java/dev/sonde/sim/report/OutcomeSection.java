package dev.sonde.sim.report;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.Metrics;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of people, matches and probes, and how long things took. */
final class OutcomeSection {

    private static final int FIRST_MATCHES = 6;
    private static final int BAR_WIDTH = 40;
    private static final int HALF = 42;

    private final JudgedRun run;
    private final Style style;
    private final List<String> lines;

    OutcomeSection(JudgedRun run, Style style, List<String> lines) {
        this.run = run;
        this.style = style;
        this.lines = lines;
    }

    void write() {
        people();
        matches();
        probes();
        percentiles();
        histograms();
    }

    private void people() {
        if (run.result().people().isEmpty()) {
            return;
        }
        Map<String, Long> ends = new TreeMap<>();
        for (PersonRow person : run.result().people()) {
            ends.merge(person.end(), 1L, Long::sum);
        }
        List<String> words = new ArrayList<>();
        ends.forEach((end, count) -> words.add(Decimals.grouped(count) + ' ' + end));
        lines.add(section("People") + Decimals.grouped(run.result().people().size()) + ": "
                + String.join(style.dot(), words));
    }

    private void matches() {
        List<MatchRow> stood = run.metrics().facts().matches();
        int cancelled = run.result().matches().size() - stood.size();
        lines.add(section("Matches")
                + Decimals.grouped(stood.size())
                + (cancelled == 0 ? "" : ", and " + Decimals.grouped(cancelled) + " cancelled"));
        Table table = new Table("lrr");
        for (MatchRow match : stood.subList(0, Math.min(stood.size(), FIRST_MATCHES))) {
            table.row(
                    "  " + Text.cut(String.join(" + ", match.members()), 48),
                    Double.isNaN(match.rttMillis())
                            ? "not measured"
                            : Decimals.text(match.rttMillis()) + " ms",
                    "at " + Durations.ofNanos(match.atNanos()));
        }
        lines.addAll(table.lines());
        if (stood.size() > FIRST_MATCHES) {
            lines.add("  and " + Decimals.grouped(stood.size() - FIRST_MATCHES)
                    + " more (--json and --rows have all)");
        }
    }

    private void probes() {
        Map<String, Long> outcomes = new TreeMap<>();
        for (ProbeRow probe : run.result().probes()) {
            outcomes.merge(probe.outcome(), 1L, Long::sum);
        }
        lines.add(section("Probes") + Decimals.grouped(run.result().probes().size()));
        long largest =
                outcomes.values().stream().mapToLong(count -> count).max().orElse(0);
        Table table = new Table("lrl");
        outcomes.forEach((outcome, count) -> table.row(
                "  " + outcome, Decimals.grouped(count), style.bar(count, largest, BAR_WIDTH)));
        lines.addAll(table.lines());
    }

    private void percentiles() {
        Table table = new Table("lrrrrr").row("", "p50", "p90", "p95", "p99", "max");
        boolean any = percentiles(table, "Time to match", "time-to-match");
        any |= percentiles(table, "Matched RTT", "matched-rtt");
        any |= percentiles(table, "RTT error", "estimate-error");
        if (any) {
            lines.add("");
            lines.addAll(table.lines());
        }
    }

    /** A row with those percentiles that the metric has; false if it has no data. */
    private boolean percentiles(Table table, String title, String metric) {
        List<String> cells = new ArrayList<>(List.of(title));
        boolean any = false;
        for (String name : List.of("p50", "p90", "p95", "p99", "max")) {
            String cell = "";
            for (Metrics.Value value : run.metrics().values()) {
                if (value.hasData() && value.metric().name().equals(metric + '.' + name)) {
                    cell = Durations.ofMillis(value.number());
                    any = true;
                }
            }
            cells.add(cell);
        }
        if (any) {
            table.row(cells.toArray(String[]::new));
        }
        return any;
    }

    private void histograms() {
        List<String> times =
                histogram("Time to match, ms", run.metrics().facts().timesToMatch());
        List<String> rtts = histogram("Matched RTT, ms", run.metrics().facts().matchedRtts());
        if (times.isEmpty() && rtts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.addAll(times.isEmpty() ? rtts : Text.beside(times, rtts, HALF));
        lines.add("");
    }

    private List<String> histogram(String title, double[] sorted) {
        if (sorted.length < Histogram.WORTH_IT) {
            return List.of();
        }
        List<String> block = new ArrayList<>(List.of(title));
        block.addAll(Histogram.of(sorted).lines(style));
        return block;
    }

    private String section(String title) {
        return TerminalReport.section(title, style);
    }
}
