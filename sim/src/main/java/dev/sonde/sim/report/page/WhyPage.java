package dev.sonde.sim.report.page;

import dev.sonde.sim.explore.Explanation;
import dev.sonde.sim.explore.Explanation.Point;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.Durations;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Axis;
import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.report.html.Block.Chart;
import dev.sonde.sim.report.html.Block.Line;
import dev.sonde.sim.report.html.Block.Marker;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.Story;

import java.util.ArrayList;
import java.util.List;

/** The report of a failure: which event made it all but inevitable, and all that happened. */
public final class WhyPage {

    private static final double WHOLE = 100;

    private final String file;
    private final Explanation why;
    private final RunResult run;
    private final String scenario;

    private WhyPage(String file, Explanation why, RunResult run, String scenario) {
        this.file = file;
        this.why = why;
        this.run = run;
        this.scenario = scenario;
    }

    /**
     * Puts a failure on a page.
     *
     * @param file of the capsule, as the user named it
     * @param version of the program
     * @param run the failing one
     * @param story what happened in it up to the failure
     * @param scenario a file that runs into it
     */
    public static Page of(
            String file,
            String version,
            Explanation why,
            RunResult run,
            Story story,
            String scenario) {
        return new WhyPage(file, why, run, scenario).page(version, story);
    }

    private Page page(String version, Story story) {
        String claim = why.capsule().claim();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "why",
                "Which event it was",
                "From each event looked at, many runs went on at random. Where the share of them"
                        + " that fails jumps, the event is to blame.",
                List.of(curve(), points())));
        sections.add(new Section(
                "steps",
                "Step by step",
                "The failing run up to the failure. Arrows end where a message arrives; a cross"
                        + " says that something was lost, went wrong or broke the claim.",
                List.of(new Block.Steps(story))));
        sections.add(new Section(
                "again",
                "The same again",
                "The capsule holds the scenario, the seed and every choice that the run took.",
                List.of(
                        new Block.Code(
                                "Repeat it, and make it smaller",
                                "./sonde replay " + file + "\n./sonde shrink " + file),
                        new Block.Code("The same as a scenario file", scenario))));
        return new Page(
                "Report of a failure",
                run.scenario() + ": " + claim,
                List.of(
                        "seed " + run.seed(),
                        "event " + why.capsule().event(),
                        Say.count(why.capsule().choices().size(), "choice", "choices"),
                        "Sonde " + version),
                claim + " is violated",
                Tone.BAD,
                summary(),
                sections);
    }

    private List<String> summary() {
        String claim = why.capsule().claim();
        List<String> words = new ArrayList<>();
        run.claims().stream()
                .filter(each -> each.name().equals(claim) && each.verdict() == Verdict.VIOLATED)
                .findFirst()
                .ifPresent(violated -> words.add("At event " + violated.event() + ", "
                        + Durations.ofNanos(violated.atNanos()) + " into the run: "
                        + violated.why() + "."));
        String rise = Say.percent(why.before().share()) + " to "
                + Say.percent(why.at().share());
        words.add(
                why.isClear()
                        ? "Event " + why.at().event() + " is to blame: “"
                                + why.at().what() + "” at "
                                + Durations.ofNanos(why.at().atNanos())
                                + ". It raises the probability of the failure from " + rise + "."
                        : "No single event is to blame: the largest step, from " + rise
                                + " at event " + why.at().event() + ", may be chance.");
        return words;
    }

    private Chart curve() {
        List<Point> points = why.points();
        int size = points.size();
        double[] xs = new double[size];
        double[] ys = new double[size];
        double[] lows = new double[size];
        double[] highs = new double[size];
        for (int i = 0; i < size; i++) {
            Point point = points.get(i);
            xs[i] = point.event();
            ys[i] = WHOLE * point.share();
            lows[i] = WHOLE * point.low();
            highs[i] = WHOLE * point.high();
        }
        return new Chart(
                "Probability of the failure after each event",
                "Runs that begin like the failing one up to an event, and go on at random: the"
                        + " share that fails, with its 95 % interval.",
                new Axis("Event", ""),
                new Axis("Runs that fail", "%"),
                true,
                List.of(new Line("share that fails, 95 % interval", xs, ys, lows, highs, false)),
                List.of(new Marker(why.at().event(), "event " + why.at().event())));
    }

    private Block.Grid points() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < why.points().size(); i++) {
            Point point = why.points().get(i);
            rows.add(List.of(
                    new Cell(
                            Decimals.grouped(point.event()),
                            i == why.culprit() ? Tone.BAD : Tone.PLAIN),
                    Cell.of(Durations.ofNanos(point.atNanos())),
                    Cell.of(point.what()),
                    Cell.of(point.failed() + " of " + point.runs()),
                    Cell.of(Say.percent(point.share())),
                    Cell.of(Say.range("share", point.low(), point.high()))));
        }
        return new Block.Grid(
                "The events that were looked at",
                List.of(">Event", ">At", "What", ">Failed", ">Share", ">95 % interval"),
                rows,
                false);
    }
}
