package dev.sonde.bench.table;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the measuring: {@code results} and {@code gate}. */
@Command(
        name = "bench/run",
        description = "Measures Sonde beside what people would use instead.",
        subcommands = {ResultsCommand.class, GateCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    /** Exits with 0, with 1 if the gate is shut, with 2 if the command line is wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
