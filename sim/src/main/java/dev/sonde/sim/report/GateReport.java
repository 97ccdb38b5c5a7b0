package dev.sonde.sim.report;

import dev.sonde.sim.report.JUnitXml.Case;
import dev.sonde.sim.report.JUnitXml.Outcome;
import dev.sonde.sim.report.JUnitXml.Suite;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a gate found, for a terminal.
 *
 * @param schedules that were run in all explorations
 * @param missing labels that were never reached
 * @param exempt labels that nothing can reach, each with the reason
 * @param wronglyExempt such labels that were reached
 * @param declared how many labels there are
 * @param enough schedules after which none may be missing
 * @param unusedQuarantine accepted failures that did not happen
 * @param junit the file with all results
 */
public record GateReport(
        List<Suite> suites,
        long schedules,
        List<String> missing,
        Map<String, String> exempt,
        List<String> wronglyExempt,
        int declared,
        long enough,
        List<String> unusedQuarantine,
        String junit,
        boolean green) {

    private static final int FIRST_MISSING = 12;
    private static final int WRAPPED = Style.WIDTH - 4;

    /** The lines of the report, without line breaks. */
    public List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        String verdict = green ? "GREEN" : "RED";
        lines.add(style.strong("gate")
                + " ".repeat(Style.WIDTH - "gate".length() - verdict.length())
                + (green ? style.good(verdict) : style.bad(verdict)));
        lines.add(style.faint(style.rule()));
        for (Suite suite : suites) {
            if (!suite.name().equals("reached")) {
                suite(suite, style, lines);
            }
        }
        reached(style, lines);
        for (String unused : unusedQuarantine) {
            lines.add("  quarantined, but it does not fail: " + unused);
        }
        lines.add(title("Wrote", style) + junit);
        return lines;
    }

    private void suite(Suite suite, Style style, List<String> lines) {
        long passed = count(suite, Outcome.PASSED);
        long skipped = count(suite, Outcome.SKIPPED);
        long nanos = suite.cases().stream().mapToLong(Case::wallNanos).sum();
        StringBuilder text = new StringBuilder(Decimals.grouped(passed));
        text.append(" of ").append(Decimals.grouped(suite.cases().size())).append(" hold");
        if (skipped > 0) {
            text.append(", ").append(Decimals.grouped(skipped)).append(" in quarantine");
        }
        if (suite.name().equals("exploration")) {
            text.append(style.dot()).append(Decimals.grouped(schedules)).append(" schedules");
        }
        text.append(style.dot()).append(Durations.ofNanos(nanos));
        String name = suite.name();
        lines.add(title(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), style)
                + text);
        for (Case one : suite.cases()) {
            if (one.outcome() == Outcome.FAILED || one.outcome() == Outcome.ERROR) {
                lines.add("  " + style.bad(style.missed() + ' ' + one.name()));
                for (String line : one.details().split("\n", -1)) {
                    Text.wrap(line, Style.WIDTH - 6).forEach(part -> lines.add("      " + part));
                }
            }
        }
    }

    private void reached(Style style, List<String> lines) {
        StringBuilder text =
                new StringBuilder(Decimals.grouped(declared - exempt.size() - missing.size()));
        text.append(" of ").append(Decimals.grouped(declared - exempt.size())).append(" labels");
        if (!missing.isEmpty() && schedules < enough) {
            text.append("; the rest is owed from ")
                    .append(Decimals.grouped(enough))
                    .append(" schedules on");
        }
        lines.add(title("Reached", style) + text);
        for (String label : missing.subList(0, Math.min(FIRST_MISSING, missing.size()))) {
            lines.add("  not reached: " + label);
        }
        if (missing.size() > FIRST_MISSING) {
            lines.add("  and " + (missing.size() - FIRST_MISSING) + " more");
        }
        exempt.forEach((label, why) -> Text.wrap("exempt: " + label + ", since " + why, WRAPPED)
                .forEach(part -> lines.add("  " + part)));
        wronglyExempt.forEach(label -> lines.add(
                "  " + style.bad(style.missed() + " exempt, and reached after all: " + label)));
    }

    private static long count(Suite suite, Outcome outcome) {
        return suite.cases().stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String title(String title, Style style) {
        return style.strong(title)
                + " ".repeat(Math.max(1, TerminalReport.INDENT - title.length()));
    }

    /** What GitHub shows beside the files of a change. */
    public List<String> annotations() {
        List<String> lines = new ArrayList<>();
        for (Suite suite : suites) {
            for (Case one : suite.cases()) {
                if (one.outcome() == Outcome.FAILED || one.outcome() == Outcome.ERROR) {
                    lines.add(
                            "::error file=" + escaped(one.name()) + "::" + escaped(one.message()));
                }
            }
        }
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A")
                .replace(":", "%3A")
                .replace(",", "%2C");
    }
}
