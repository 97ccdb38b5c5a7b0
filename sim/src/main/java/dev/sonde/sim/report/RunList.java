package dev.sonde.sim.report;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;

/** Many runs of different scenarios, a line each. */
public final class RunList {

    private record Line(
            boolean asExpected,
            String scenario,
            String verdict,
            String matches,
            String probes,
            String wall) {}

    private final List<Line> runs = new ArrayList<>();

    /** Keeps what its line needs, not the run. */
    public void add(JudgedRun run) {
        RunResult result = run.result();
        runs.add(new Line(
                run.asExpected(),
                Text.cut(result.scenario(), 34),
                result.verdict().name(),
                Decimals.grouped(run.metrics().facts().matches().size()),
                Decimals.grouped(result.probes().size()),
                Durations.ofNanos(run.wallNanos())));
    }

    /** One run has nothing to stand beside. */
    public boolean isWorthIt() {
        return runs.size() > 1;
    }

    /** A table, and how many runs are as expected. */
    public List<String> lines(Style style) {
        Table table = new Table("llrrr").row("  Scenario", "Verdict", "Matches", "Probes", "Wall");
        for (Line run : runs) {
            String mark = run.asExpected() ? style.met() : style.missed();
            table.row(
                    mark + ' ' + run.scenario(),
                    run.verdict(),
                    run.matches(),
                    run.probes(),
                    run.wall());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(style.faint(style.rule()));
        long met = runs.stream().filter(run -> run.asExpected()).count();
        String total = met + " of " + runs.size() + " runs as expected";
        lines.add(met == runs.size() ? style.good(total) : style.bad(total));
        return lines;
    }
}
