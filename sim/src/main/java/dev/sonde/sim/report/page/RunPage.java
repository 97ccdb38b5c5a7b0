package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.Metrics;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.Durations;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Axis;
import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Figure;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.Story;
import dev.sonde.sim.trace.TraceText;

import java.util.ArrayList;
import java.util.List;

/** The report of one run. */
public final class RunPage {

    /** A distribution of fewer values is a list. */
    private static final int FEWEST_FOR_CURVE = 6;

    private static final int FIRST_MATCHES = 30;

    private final String file;
    private final String version;
    private final JudgedRun run;
    private final RunResult result;
    private final Metrics metrics;

    private RunPage(String file, String version, JudgedRun run) {
        this.file = file;
        this.version = version;
        this.run = run;
        this.result = run.result();
        this.metrics = run.metrics();
    }

    /**
     * Puts a run on a page.
     *
     * @param file as the user named it, for commands to copy
     * @param version of the program
     * @param story what happened in it; without steps if nobody recorded it
     */
    public static Page of(String file, String version, JudgedRun run, Story story) {
        return new RunPage(file, version, run).page(story);
    }

    private Page page(Story story) {
        List<Section> sections = new ArrayList<>();
        sections.add(numbers());
        sections.add(claims());
        sections.add(outcomes());
        distributions(sections);
        fairness(sections);
        if (!story.steps().isEmpty()) {
            sections.add(new Section(
                    "steps",
                    "Step by step",
                    "Choose a probe, then move through it: the time line shows who was waiting,"
                            + " probed and connected, the diagram below who said what to whom."
                            + " Arrows end where a message arrives.",
                    List.of(new Block.Steps(story))));
        }
        sections.add(metricList());
        sections.add(again());
        return new Page(
                "Report of one run",
                result.scenario(),
                List.of(
                        "seed " + result.seed(),
                        Durations.ofNanos(result.simulatedNanos()) + " simulated",
                        Decimals.grouped(result.events()) + " events",
                        "digest " + TraceText.hex(result.trace().digest()),
                        "Sonde " + version),
                Claims.verdict(run),
                Claims.tone(run),
                summary(),
                sections);
    }

    private List<String> summary() {
        List<String> words = new ArrayList<>();
        words.add(Claims.sentence(run));
        long joined = result.people().stream()
                .filter(one -> one.firstJoinNanos() >= 0)
                .count();
        double[] times = metrics.facts().timesToMatch();
        int matches = metrics.facts().matches().size();
        String first = Say.count(joined, "person", "people") + " joined; " + times.length
                + (times.length == 1 ? " was" : " were") + " matched ("
                + Say.percent(times.length, joined) + ") in "
                + Say.count(matches, "match", "matches") + ". ";
        String second = times.length == 0
                ? ""
                : "Half of those matched had waited at most "
                        + Say.millis(metrics.number("time-to-match.p50")) + ", 95 % at most "
                        + Say.millis(metrics.number("time-to-match.p95")) + ". ";
        String third = Double.isNaN(metrics.number("matched-rtt.p50"))
                ? ""
                : "The median round trip of a match is "
                        + Say.millis(metrics.number("matched-rtt.p50")) + ".";
        words.add((first + second + third).strip());
        if (result.limitHit() != null) {
            words.add("The run was cut off by its limit on " + result.limitHit()
                    + ", so the numbers are those of its beginning.");
        }
        return words;
    }

    private Section numbers() {
        List<Figure> figures = new ArrayList<>();
        figure(figures, "Matched", "share.matched", "of those who joined");
        figure(figures, "Time to match", "time-to-match.p50", "median");
        figure(figures, "Time to match", "time-to-match.p95", "95 % wait no longer");
        figure(figures, "Round trip of matches", "matched-rtt.p50", "median");
        figure(figures, "Probes per match", "probes.per-match", "");
        figure(figures, "Ran out of patience", "share.abandoned", "of those who joined");
        figure(figures, "Relayed", "share.relayed", "of connected probes");
        figure(figures, "Longest queue", "waiting.max", "people at once");
        return new Section("numbers", "At a glance", "", List.of(new Block.Figures(figures)));
    }

    private void figure(List<Figure> figures, String label, String metric, String note) {
        Metrics.Value value = metrics.value(metric);
        if (value.hasData()) {
            String text = Say.value(value.metric().unit().text(), value.number());
            figures.add(new Figure(label, text, note, Tone.PLAIN));
        }
    }

    private Section claims() {
        return new Section(
                "claims",
                "Claims and expectations",
                "What must hold in every run, and what this scenario expects of itself.",
                Claims.ofRun(run));
    }

    private Section outcomes() {
        Funnel funnel = new Funnel();
        funnel.add(result);
        List<Block> blocks = new ArrayList<>(funnel.blocks());
        List<MatchRow> matches = metrics.facts().matches();
        if (!matches.isEmpty()) {
            blocks.add(matchList(matches));
        }
        List<List<Cell>> refusals = result.refusals().stream()
                .map(refusal -> List.of(
                        Cell.of(refusal.name()), Cell.of(Decimals.grouped(refusal.count()))))
                .toList();
        if (!refusals.isEmpty()) {
            List<String> columns = List.of("Reason", ">Inputs");
            blocks.add(new Block.Grid("Inputs that were refused", columns, refusals, true));
        }
        for (String fault : result.faultsWithoutEffect()) {
            blocks.add(new Block.Words("This fault never took effect: " + fault, Tone.DOUBT));
        }
        return new Section(
                "outcomes",
                "Who got how far",
                "Bars are in proportion within each figure; indented ones say why somebody or"
                        + " something stopped there.",
                blocks);
    }

    private static Block matchList(List<MatchRow> matches) {
        int shown = Math.min(matches.size(), FIRST_MATCHES);
        List<List<Cell>> rows = new ArrayList<>();
        for (MatchRow match : matches.subList(0, shown)) {
            rows.add(List.of(
                    Cell.of(String.join(" + ", match.members())),
                    Cell.of(Say.millis(match.rttMillis())),
                    Cell.of(Durations.ofNanos(match.atNanos()))));
        }
        String caption = shown == matches.size()
                ? "Matches"
                : "The first " + shown + " of " + Decimals.grouped(matches.size()) + " matches";
        List<String> columns = List.of("Members", ">Round trip", ">At");
        return new Block.Grid(caption, columns, rows, shown > FEWEST_FOR_CURVE);
    }

    private void distributions(List<Section> sections) {
        double[] times = metrics.facts().timesToMatch();
        double[] rtts = metrics.facts().matchedRtts();
        List<Block> charts = new ArrayList<>();
        long joined = result.people().stream()
                .filter(one -> one.firstJoinNanos() >= 0)
                .count();
        if (times.length >= FEWEST_FOR_CURVE) {
            charts.add(DistributionChart.waiting(
                    List.of(Curves.distribution("this run", Curves.scaled(times, 1e-3), joined))));
        }
        if (rtts.length >= FEWEST_FOR_CURVE) {
            charts.add(DistributionChart.rtt(
                    List.of(Curves.distribution("this run", rtts, rtts.length)),
                    result.rttLimitMillis()));
        }
        if (!charts.isEmpty()) {
            sections.add(new Section("distributions", "Waiting and round trips", "", charts));
        }
        if (result.queue().size() > 1) {
            sections.add(new Section(
                    "queue",
                    "Queue over time",
                    "",
                    List.of(new Chart(
                            "People waiting",
                            "How many people wait at once, over the time of the run; nobody new"
                                    + " comes after the marked instant.",
                            new Axis("Time", "s"),
                            new Axis("People", ""),
                            false,
                            List.of(Curves.queueLine(
                                    "people waiting", result.queue(), result.simulatedNanos())),
                            List.of(new Block.Marker(result.untilNanos() / 1e9, "until"))))));
        }
    }

    private void fairness(List<Section> sections) {
        List<Groups> groups = Groups.all();
        groups.forEach(each -> each.add(result.people(), true));
        Groups.section(groups, sections);
    }

    private Section metricList() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Metrics.Value value : metrics.values()) {
            String text = Say.value(value.metric().unit().text(), value.number());
            rows.add(List.of(
                    Cell.of(value.metric().name()),
                    Cell.of(text),
                    Cell.of(value.metric().definition())));
        }
        return new Section(
                "metrics",
                "All metrics",
                "",
                List.of(new Block.Grid(
                        "Every metric with its definition",
                        List.of("Metric", ">Value", "Definition"),
                        rows,
                        true)));
    }

    private Section again() {
        boolean isRed = result.verdict() != Verdict.HELD;
        String seed = " --seed " + result.seed();
        return new Section(
                "again",
                "The same again",
                "Equal scenario, seed and version give an equal run, on every machine.",
                List.of(new Block.Code(
                        isRed ? "Repeat it, with every step in a file" : "Repeat it",
                        "./sonde run " + file + seed + (isRed ? " --trace run.trace" : ""))));
    }
}
