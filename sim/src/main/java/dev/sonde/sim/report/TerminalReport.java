package dev.sonde.sim.report;

import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.TraceText;

import java.util.ArrayList;
import java.util.List;

/** One run for people: at most 80 columns, the verdict first. */
public final class TerminalReport {

    /** Where the contents of a section begin. */
    static final int INDENT = 12;

    private final JudgedRun run;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(JudgedRun run, Style style) {
        this.run = run;
        this.style = style;
    }

    /** The lines of the report, without line breaks. */
    public static List<String> lines(JudgedRun run, Style style) {
        TerminalReport report = new TerminalReport(run, style);
        report.head();
        new ClaimsSection(run.result(), style, report.lines).write();
        report.expectations();
        new OutcomeSection(run, style, report.lines).write();
        report.refusals();
        report.idleFaults();
        report.foot();
        return report.lines;
    }

    /** The verdict and whether it is the expected one, in words and in its colour. */
    static String verdict(JudgedRun run, Style style) {
        String words = verdictWords(run);
        if (run.asExpected()) {
            return style.good(words);
        }
        return run.result().verdict() == Verdict.INCONCLUSIVE
                ? style.doubtful(words)
                : style.bad(words);
    }

    static String verdictWords(JudgedRun run) {
        return run.result().verdict() + (run.asExpected() ? ", as expected" : ", NOT as expected");
    }

    private void head() {
        String name = Text.cut(run.result().scenario(), 36);
        String seed = "seed " + run.result().seed();
        String left = name + style.dot() + seed;
        int space = Style.WIDTH - left.length() - verdictWords(run).length();
        lines.add(style.strong(name)
                + style.dot()
                + seed
                + " ".repeat(Math.max(2, space))
                + verdict(run, style));
        lines.add(style.faint(style.rule()));
        if (run.result().limitHit() != null) {
            lines.add(section("Cut off") + "the limit on " + run.result().limitHit()
                    + " was reached before the run was over");
        }
        for (String choice : run.result().staleChoices()) {
            paragraph("Stale", "the schedule wants " + choice);
        }
        if (run.result().lobbyFailure() != null) {
            paragraph(
                    "Failed",
                    "the lobby under test failed, which ended the run: "
                            + run.result().lobbyFailure());
        }
    }

    private void expectations() {
        long met = run.expectations().stream().filter(Expectation::met).count();
        if (run.asExpected() && met == 1) {
            return; // the head has said it
        }
        lines.add(section("Expected") + met + " of " + run.expectations().size() + " met");
        for (Expectation expectation : run.expectations()) {
            String words = expectation.what() + ' ' + expectation.expected();
            if (expectation.met()) {
                lines.add("  " + style.good(style.met()) + ' ' + Text.cut(words, 76));
            } else {
                lines.add("  " + style.bad(style.missed()) + ' ' + Text.cut(words, 76));
                lines.add("    was " + Text.cut(expectation.actual(), 72));
            }
        }
    }

    private void refusals() {
        List<RunResult.Counted> refusals = run.result().refusals();
        if (refusals.isEmpty()) {
            return;
        }
        long all = refusals.stream().mapToLong(RunResult.Counted::count).sum();
        List<String> words = new ArrayList<>();
        for (RunResult.Counted refusal : refusals) {
            words.add(refusal.name() + "\u00a0"
                    + Decimals.grouped(refusal.count()).replace(' ', '\u00a0'));
        }
        paragraph(
                "Refused",
                Decimals.grouped(all)
                        + (all == 1 ? " input: " : " inputs: ")
                        + String.join(", ", words));
    }

    private void idleFaults() {
        for (String fault : run.result().faultsWithoutEffect()) {
            paragraph("No effect", "this fault never took effect: " + fault);
        }
    }

    private void foot() {
        RunResult result = run.result();
        lines.add(style.faint(style.rule()));
        lines.add(style.faint(Decimals.grouped(result.events()) + " events" + style.dot()
                + Durations.ofNanos(result.simulatedNanos()) + " simulated" + style.dot()
                + Durations.ofNanos(run.wallNanos()) + " wall" + style.dot()
                + "digest " + TraceText.hex(result.trace().digest())));
    }

    private void paragraph(String title, String text) {
        String lead = section(title);
        for (String line : Text.wrap(text, Style.WIDTH - INDENT)) {
            lines.add(lead + line.replace('\u00a0', ' '));
            lead = " ".repeat(INDENT);
        }
    }

    private String section(String title) {
        return section(title, style);
    }

    /** A section's title, padded to where its contents begin. */
    static String section(String title, Style style) {
        return style.strong(title) + " ".repeat(INDENT - title.length());
    }
}
