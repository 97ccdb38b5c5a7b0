package dev.sonde.sim.report;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Coverage;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.trace.Decimals;
import dev.sonde.sim.trace.TraceText;

import java.util.ArrayList;
import java.util.List;

/** What exploring one scenario came to, for a terminal. */
public final class ExploreReport {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NAME = 36;

    private final ExploredScenario explored;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private ExploreReport(ExploredScenario explored, Style style) {
        this.explored = explored;
        this.style = style;
    }

    /** The lines of the report, without line breaks. */
    public static List<String> lines(ExploredScenario explored, Style style) {
        ExploreReport report = new ExploreReport(explored, style);
        report.head();
        report.schedules();
        report.reached();
        report.violations();
        report.hang();
        report.coverage();
        return report.lines;
    }

    private void head() {
        String name = Text.cut(explored.scenario(), NAME);
        String verdict = verdict();
        String words = verdict + (explored.asExpected() ? ", as expected" : ", NOT as expected");
        String left = name + style.dot() + explored.strategy();
        int space = Style.WIDTH - left.length() - words.length();
        lines.add(style.strong(name)
                + style.dot()
                + explored.strategy()
                + " ".repeat(Math.max(2, space))
                + (explored.asExpected() ? style.good(words) : style.bad(words)));
        lines.add(style.faint(style.rule()));
    }

    private String verdict() {
        if (explored.isViolated()) {
            return "VIOLATED";
        }
        return explored.tally().unfinished() > 0 ? "INCONCLUSIVE" : "HELD";
    }

    private void schedules() {
        Tally tally = explored.tally();
        double seconds = explored.wallNanos() / NANOS_PER_SECOND;
        long count = tally.schedules();
        StringBuilder text = new StringBuilder(Decimals.grouped(count));
        text.append(" in ").append(Durations.ofNanos(explored.wallNanos()));
        text.append(style.dot()).append(Decimals.grouped(Math.round(count / seconds)));
        text.append("/s on ").append(explored.jobs());
        text.append(explored.jobs() == 1 ? " thread" : " threads");
        text.append(style.dot());
        text.append(Decimals.grouped(count == 0 ? 0 : tally.events() / count));
        text.append(" events each");
        lines.add(section("Schedules") + text);
        lines.add(section("Seeds") + explored.firstSeed() + " to "
                + (explored.firstSeed() + Math.max(0, count - 1)) + style.dot() + "digest "
                + TraceText.hex(tally.digest()));
        if (tally.unfinished() > 0) {
            lines.add(section("Cut off") + Decimals.grouped(tally.unfinished())
                    + " by a limit of the scenario, so not wholly judged; first seed "
                    + tally.unfinishedSeed());
        }
    }

    private void reached() {
        List<String> labels = new ArrayList<>(explored.tally().reached().keySet());
        lines.add(section("Reached")
                + Decimals.grouped(labels.size())
                + (labels.size() == 1 ? " label" : " labels"));
    }

    private void violations() {
        for (Tally.Found found : explored.tally().found().values()) {
            Attempt.Failure failure = found.failure();
            lines.add("  " + style.bad(style.missed() + ' ' + failure.claim()) + " by "
                    + Decimals.grouped(found.times())
                    + (found.times() == 1 ? " schedule" : " schedules") + ", first with seed "
                    + found.seed() + " at event " + Decimals.grouped(failure.event()) + ", "
                    + Decimals.millis(failure.atNanos()) + " ms");
            for (String line : Text.wrap(failure.why(), Style.WIDTH - 6)) {
                lines.add("      " + line);
            }
            String capsule = explored.capsules().get(failure.claim());
            if (capsule != null) {
                lines.add("      sonde replay " + capsule);
            }
        }
    }

    private void hang() {
        Long seed = explored.hungSeed();
        if (seed != null) {
            lines.add("  " + style.bad(style.missed() + " no answer") + " within 10 s with seed "
                    + seed);
            lines.add("      sonde explore " + explored.file() + " --strategy "
                    + explored.strategy() + " --seed " + seed + " --schedules 1");
        }
    }

    private void coverage() {
        Coverage coverage = explored.coverage();
        if (coverage == null) {
            return;
        }
        String words = coverage.states() == 0
                ? Decimals.grouped(explored.tally().schedules()) + " schedules"
                : Decimals.grouped(coverage.states()) + " states";
        lines.add((coverage.complete() ? "complete: " : "NOT complete: ") + words + ", "
                + coverage.bounds());
    }

    private String section(String title) {
        return TerminalReport.section(title, style);
    }
}
