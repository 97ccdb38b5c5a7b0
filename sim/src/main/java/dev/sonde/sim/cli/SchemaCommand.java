package dev.sonde.sim.cli;

import dev.sonde.sim.report.MetricList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code sonde schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of scenario files, or the list of metrics.",
        footer = {
            "",
            "Examples:",
            "  sonde schema > scenario.schema.json",
            "  sonde schema --metrics"
        })
final class SchemaCommand implements Callable<Integer> {

    private final Main main;

    @Option(names = "--metrics", description = "Print every metric with its unit and definition.")
    private boolean metrics;

    SchemaCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        if (metrics) {
            MetricList.lines(main.workbench().metrics()).forEach(main.console().out()::println);
        } else {
            main.console().out().println(main.workbench().schema().stripTrailing());
        }
        return ExitCode.AS_EXPECTED.number();
    }
}
