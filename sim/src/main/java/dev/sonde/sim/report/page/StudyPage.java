package dev.sonde.sim.report.page;

import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Cell;
import dev.sonde.sim.report.html.Block.Figure;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.Page.Section;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.study.Advice;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Estimate;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.GoalCheck;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;

/** The report of a study: what to take, how each metric goes with the settings, what differs. */
public final class StudyPage {

    private static final int MOST_ROWS = 200;

    private final Findings findings;
    private final Results results;
    private final Design design;
    private final List<Measure> shown;
    private final int recommended;

    private StudyPage(Findings findings, List<String> metrics) {
        this.findings = findings;
        this.results = findings.results();
        this.design = results.design();
        this.shown = metrics.stream()
                .map(name -> design.measures().get(design.measure(name)))
                .toList();
        this.recommended =
                findings.advice() instanceof Advice.Recommended taken ? taken.setting() : -1;
    }

    /**
     * Puts a study on a page.
     *
     * @param metrics which metrics have charts, in order
     * @param command that makes the same study again
     */
    public static Page of(Findings findings, List<String> metrics, String command) {
        return new StudyPage(findings, metrics).page(command);
    }

    private Page page(String command) {
        List<Section> sections = new ArrayList<>();
        if (findings.advice() instanceof Advice.Recommended taken) {
            sections.add(recommendation(taken));
        }
        if (!findings.goals().isEmpty()) {
            sections.add(goals());
        }
        sections.add(new Section(
                "curves",
                design.keys().isEmpty() ? "The scenarios" : "How the settings do",
                "Means over the seeds. Bands and bars are 95 % intervals of the mean.",
                new SettingCharts(findings, shown, recommended).blocks()));
        if (design.settings().size() > 1) {
            sections.add(differences());
        }
        sections.add(table());
        sections.add(new Section(
                "again",
                "The same again",
                "Equal scenario, seeds and version give equal rows, on every machine.",
                List.of(new Block.Code("Repeat the study", command))));
        return new Page(
                design.keys().isEmpty() ? "Report of a comparison" : "Report of a sweep",
                findings.title(),
                List.of(
                        Say.count(design.settings().size(), "setting", "settings"),
                        Say.count(findings.seeds(), "seed", "seeds") + " each",
                        Say.count(results.count(), "run", "runs"),
                        "Sonde " + design.version()),
                verdict(),
                tone(),
                summary(),
                sections);
    }

    private String verdict() {
        long violated = results.count("VIOLATED");
        if (violated > 0) {
            return Say.count(violated, "run violates", "runs violate") + " a claim";
        }
        if (recommended >= 0) {
            return "Recommended: " + design.words(recommended);
        }
        return findings.goals().isEmpty() ? "All runs held" : "Nothing to recommend";
    }

    private Tone tone() {
        if (results.count("VIOLATED") > 0) {
            return Tone.BAD;
        }
        return recommended < 0 && !findings.goals().isEmpty() ? Tone.DOUBT : Tone.GOOD;
    }

    private List<String> summary() {
        List<String> words = new ArrayList<>();
        if (!findings.description().isBlank()) {
            words.add(findings.description().strip().replaceAll("\\s+", " "));
        }
        if (!findings.advice().words().isBlank()) {
            words.add(sentence(findings.advice().words()));
        }
        if (!findings.stop().isBlank()) {
            words.add(sentence(findings.stop()));
        }
        return words;
    }

    private static String sentence(String words) {
        String first = words.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
        return first + words.substring(1) + ".";
    }

    private Section recommendation(Advice.Recommended taken) {
        List<Block> blocks = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < design.keys().size(); i++) {
            figures.add(new Figure(
                    design.keys().get(i),
                    design.settings().get(taken.setting()).values().get(i),
                    "",
                    Tone.PLAIN));
        }
        if (!figures.isEmpty()) {
            blocks.add(new Block.Figures(figures));
        }
        Advice.Recheck recheck = taken.recheck();
        List<GoalCheck> first = findings.checks(taken.setting());
        List<String> columns = new ArrayList<>(List.of("Goal", "Wanted", ">In the study"));
        if (recheck.wasDone()) {
            columns.add(">On fresh seeds");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Goal goal = first.get(i).goal();
            List<Cell> row = new ArrayList<>(
                    List.of(Cell.of(goal.metric()), Cell.of(goal.text()), cell(first.get(i))));
            if (recheck.wasDone()) {
                row.add(cell(recheck.checks().get(i)));
            }
            rows.add(row);
        }
        blocks.add(new Block.Grid("The goals at this setting", columns, rows, false));
        if (recheck.wasDone()) {
            blocks.add(new Block.Words(
                    recheck.confirms()
                            ? Say.count(recheck.seeds(), "fresh seed", "fresh seeds")
                                    + " that took no part in the choice confirm every goal."
                            : "Fresh seeds that took no part in the choice do not confirm every"
                                    + " goal: part of what made this setting the best was luck.",
                    recheck.confirms() ? Tone.GOOD : Tone.DOUBT));
        }
        if (!taken.asGood().isEmpty()) {
            blocks.add(new Block.Words("As good, as far as these seeds can tell: "
                    + String.join(
                            "; ", taken.asGood().stream().map(design::words).toList())
                    + "."));
        }
        return new Section(
                "recommended",
                "Recommended",
                "A goal counts as met where the whole 95 % interval keeps it.",
                blocks);
    }

    private Cell cell(GoalCheck check) {
        String unit =
                design.measures().get(design.measure(check.goal().metric())).unit();
        Tone tone = check.goal().aim().isBound() ? tone(check.verdict()) : Tone.PLAIN;
        return new Cell(text(unit, check.estimate()), tone);
    }

    private static Tone tone(Goal.Verdict verdict) {
        return switch (verdict) {
            case MET -> Tone.GOOD;
            case UNCERTAIN, NO_DATA -> Tone.DOUBT;
            case MISSED -> Tone.BAD;
        };
    }

    /** An estimate and its interval. */
    static String text(String unit, Estimate estimate) {
        if (!estimate.hasData()) {
            return Say.NOTHING;
        }
        String value = Say.value(unit, estimate.value());
        return estimate.hasInterval()
                ? value + " (" + Say.range(unit, estimate.low(), estimate.high()) + ")"
                : value;
    }

    private Section goals() {
        List<String> columns = new ArrayList<>(List.of("Setting"));
        findings.goals().forEach(goal -> columns.add(">" + goal.metric() + " " + goal.text()));
        List<List<Cell>> rows = new ArrayList<>();
        int shownRows = Math.min(MOST_ROWS, design.settings().size());
        for (int setting = 0; setting < shownRows; setting++) {
            List<Cell> row = new ArrayList<>();
            String mark = setting == recommended ? " ← recommended" : "";
            row.add(Cell.of(design.words(setting) + mark));
            findings.checks(setting).forEach(check -> row.add(cell(check)));
            rows.add(row);
        }
        return new Section(
                "goals",
                "Goals by setting",
                "✓ kept by the whole interval, ? by a part of it, ✗ by no part.",
                List.of(new Block.Grid(
                        "Mean and 95 % interval of each goal's metric" + rest(shownRows),
                        columns,
                        rows,
                        false)));
    }

    private String rest(int shownRows) {
        int all = design.settings().size();
        return shownRows < all ? ", the first " + shownRows + " of " + all + " settings" : "";
    }

    private Section differences() {
        int base = Math.max(0, recommended);
        return new Section(
                "differences",
                "Paired differences",
                "The same people and paths in both settings, seed by seed: what each setting gives"
                        + " beyond " + design.words(base) + ". Where an interval does not touch the"
                        + " dashed line of no difference, the settings differ.",
                new SettingCharts(findings, shown, recommended).differences(base));
    }

    private Section table() {
        List<String> columns = new ArrayList<>(List.of("Setting"));
        design.measures()
                .forEach(measure -> columns.add(">" + measure.label(results.isAnyOfBound())));
        List<List<Cell>> rows = new ArrayList<>();
        int shownRows = Math.min(MOST_ROWS, design.settings().size());
        for (int setting = 0; setting < shownRows; setting++) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(design.words(setting))));
            for (int i = 0; i < design.measures().size(); i++) {
                Measure measure = design.measures().get(i);
                row.add(Cell.of(
                        Say.value(measure.unit(), results.mean(setting, i).value())));
            }
            rows.add(row);
        }
        List<String> verdicts = new ArrayList<>();
        for (String verdict : List.of("HELD", "VIOLATED", "INCONCLUSIVE")) {
            long count = results.count(verdict);
            if (count > 0) {
                verdicts.add(Decimals.grouped(count) + ' ' + verdict);
            }
        }
        return new Section(
                "metrics",
                "All metrics",
                "Verdicts of the runs: " + String.join(", ", verdicts) + ".",
                List.of(new Block.Grid(
                        "Mean of every metric" + rest(shownRows), columns, rows, true)));
    }
}
