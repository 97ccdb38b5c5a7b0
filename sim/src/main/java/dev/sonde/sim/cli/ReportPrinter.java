package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.report.RunList;
import dev.sonde.sim.report.SeedsReport;
import dev.sonde.sim.report.Style;
import dev.sonde.sim.report.TerminalReport;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Reports for people: one for each run, or one for all seeds of a scenario. */
final class ReportPrinter implements RunPrinter {

    private final Console console;
    private final Style style;
    private final RunList list = new RunList();
    private @Nullable SeedsReport seeds;
    private boolean first = true;

    ReportPrinter(Console console, boolean colourForbidden) {
        this.console = console;
        style = console.style(colourForbidden);
    }

    @Override
    public void finished(RunLoop.Task task, JudgedRun run) {
        if (task.manySeeds()) {
            if (seeds == null) {
                seeds = new SeedsReport(task.file().toString(), run.result().scenario());
            }
            seeds.add(run);
        } else {
            print(TerminalReport.lines(run, style));
            list.add(run);
        }
    }

    @Override
    public void finished(RunLoop.Task task) {
        if (seeds != null) {
            print(seeds.lines(style));
            seeds = null;
        }
    }

    @Override
    public void end() {
        if (list.isWorthIt()) {
            print(list.lines(style));
        }
    }

    private void print(List<String> lines) {
        if (!first) {
            console.out().print('\n');
        }
        first = false;
        for (String line : lines) {
            console.out().print(line + '\n');
        }
        console.out().flush();
    }
}
