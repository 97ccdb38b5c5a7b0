package dev.sonde.sim.report;

import dev.sonde.sim.study.Advice;
import dev.sonde.sim.study.Estimate;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.GoalCheck;
import dev.sonde.sim.study.Measure;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;

/** Studies in words and tables: what each setting gave, how settings differ, and what to take. */
public final class StudyText {

    private final Findings findings;
    private final Results results;
    private final Style style;

    public StudyText(Findings findings, Style style) {
        this.findings = findings;
        this.results = findings.results();
        this.style = style;
    }

    /**
     * One row for each setting.
     *
     * @param metrics the columns
     */
    public List<String> settings(List<String> metrics) {
        List<String> lines = head();
        List<String> keys = results.design().keys();
        int columns = Math.max(1, keys.size());
        boolean bounds = findings.goals().stream().anyMatch(goal -> goal.aim().isBound());
        Table table =
                new Table("l".repeat(columns) + "r".repeat(metrics.size()) + (bounds ? "r" : ""));
        List<String> first = new ArrayList<>();
        if (keys.isEmpty()) {
            first.add("scenario");
        }
        keys.forEach(key -> first.add(key.substring(key.lastIndexOf('.') + 1)));
        for (String metric : metrics) {
            Measure measure = results.design().measures().get(results.design().measure(metric));
            first.add(measure.label(results.isAnyOfBound()));
        }
        if (bounds) {
            first.add("bounds met");
        }
        table.row(first.toArray(String[]::new));
        for (int i = 0; i < results.design().settings().size(); i++) {
            List<String> row = new ArrayList<>();
            if (keys.isEmpty()) {
                row.add(results.design().settings().get(i).scenario());
            }
            row.addAll(results.design().settings().get(i).values());
            for (String metric : metrics) {
                int place = results.design().measure(metric);
                row.add(text(results.design().measures().get(place), results.mean(i, place)));
            }
            if (bounds) {
                row.add(goals(i));
            }
            table.row(row.toArray(String[]::new));
        }
        lines.addAll(table.lines());
        lines.add(footnote());
        lines.addAll(advice());
        return lines;
    }

    /**
     * The first setting against each other one, on the same seeds, metric by metric.
     *
     * @param metrics the rows; none for all that say something
     */
    public List<String> differences(List<String> metrics) {
        List<String> lines = head();
        for (int other = 1; other < results.design().settings().size(); other++) {
            String a = results.design().words(0);
            String b = results.design().words(other);
            Table table = new Table("lrrrl").row("", a, b, "difference", "");
            for (int i = 0; i < results.design().measures().size(); i++) {
                String name = results.design().measures().get(i).name();
                if (metrics.isEmpty() || metrics.contains(name)) {
                    difference(table, other, i);
                }
            }
            lines.addAll(table.lines());
            lines.add(footnote());
            lines.add("The difference is " + b + " " + (style.unicode() ? "−" : "-") + " " + a
                    + " with the same seed, so with the same people and paths.");
            lines.add("");
        }
        lines.addAll(advice());
        return lines;
    }

    private void difference(Table table, int other, int place) {
        Measure measure = results.design().measures().get(place);
        Estimate a = results.mean(0, place);
        Estimate b = results.mean(other, place);
        boolean says = (a.hasData() && a.value() != 0) || (b.hasData() && b.value() != 0);
        if (says) {
            Estimate apart = results.difference(0, other, place);
            boolean told = apart.hasInterval() && (apart.low() > 0 || apart.high() < 0);
            table.row(
                    measure.label(results.isAnyOfBound()),
                    text(measure, a),
                    text(measure, b),
                    (apart.value() > 0 ? "+" : "") + text(measure, apart),
                    told ? "*" : "");
        }
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        long violated = results.count("VIOLATED");
        long cut = results.count("INCONCLUSIVE");
        String what = Text.cut(findings.title(), 40)
                + style.dot()
                + counted(results.design().settings().size(), "setting")
                + style.dot()
                + counted(findings.seeds(), "seed");
        String verdict = violated > 0
                ? Decimals.grouped(violated) + " runs violated"
                : cut > 0 ? Decimals.grouped(cut) + " runs inconclusive" : "all runs held";
        int space = Math.max(2, Style.WIDTH - what.length() - verdict.length());
        lines.add(style.strong(what)
                + " ".repeat(space)
                + (violated > 0
                        ? style.bad(verdict)
                        : cut > 0 ? style.doubtful(verdict) : style.good(verdict)));
        if (!findings.stop().isEmpty()) {
            lines.add(findings.stop() + ".");
        }
        lines.add(style.faint(style.rule()));
        return lines;
    }

    private static String counted(long count, String what) {
        return Decimals.grouped(count) + " " + what + (count == 1 ? "" : "s");
    }

    private String footnote() {
        return style.faint("Means over the seeds with their 95 % intervals.");
    }

    private String goals(int setting) {
        List<GoalCheck> bounds = findings.checks(setting).stream()
                .filter(check -> check.goal().aim().isBound())
                .toList();
        return bounds.stream().filter(GoalCheck::isMet).count() + " of " + bounds.size();
    }

    private List<String> advice() {
        List<String> lines = new ArrayList<>();
        if (findings.goals().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.addAll(Text.wrap(findings.advice().words() + ".", Style.WIDTH));
        if (findings.advice() instanceof Advice.Recommended taken) {
            if (!taken.asGood().isEmpty()) {
                List<String> others =
                        taken.asGood().stream().map(results.design()::words).toList();
                lines.addAll(Text.wrap(
                        "Not told apart from it: " + String.join("; ", others) + ".", Style.WIDTH));
            }
            lines.addAll(recheck(taken.recheck()));
        }
        return lines;
    }

    private List<String> recheck(Advice.Recheck recheck) {
        if (!recheck.wasDone()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Checked again with " + counted(recheck.seeds(), "fresh seed") + ", from "
                + recheck.firstSeed() + " on: "
                + (recheck.confirms() ? style.good("confirmed") : style.bad("not confirmed")));
        for (GoalCheck check : recheck.checks()) {
            int place = results.design().measure(check.goal().metric());
            lines.add("  "
                    + (check.isMet() ? style.good(style.met()) : style.bad(style.missed()))
                    + ' ' + check.goal().metric() + ' ' + check.goal().text() + ": "
                    + text(results.design().measures().get(place), check.estimate())
                    + (check.verdict() == Goal.Verdict.UNCERTAIN ? ", uncertain" : ""));
        }
        return lines;
    }

    private String text(Measure measure, Estimate estimate) {
        if (!estimate.hasData()) {
            return "-";
        }
        String plusMinus = style.unicode() ? " ± " : " +- ";
        double half = estimate.width() / 2;
        String value = number(measure, estimate.value());
        return estimate.hasInterval() ? value + plusMinus + number(measure, half) : value;
    }

    private static String number(Measure measure, double value) {
        return switch (measure.unit()) {
            case "ms" -> value < 0 ? '-' + Durations.ofMillis(-value) : Durations.ofMillis(value);
            case "share" -> Decimals.thousandths(Math.round(value * 1_000) * 100) + " %";
            default -> Decimals.thousandths(Math.round(value * 100) * 10);
        };
    }
}
