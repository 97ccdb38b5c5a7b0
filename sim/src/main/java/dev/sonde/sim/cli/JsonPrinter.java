package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.report.RunJson;

/** One JSON object a run, one a line, as soon as the run is over. */
final class JsonPrinter implements RunPrinter {

    private final Console console;

    JsonPrinter(Console console) {
        this.console = console;
    }

    @Override
    public void finished(RunLoop.Task task, JudgedRun run) {
        console.out().print(RunJson.line(run) + '\n');
        console.out().flush();
    }

    @Override
    public void finished(RunLoop.Task task) {}

    @Override
    public void end() {}
}
