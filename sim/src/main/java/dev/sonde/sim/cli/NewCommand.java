package dev.sonde.sim.cli;

import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.scenario.ScenarioTemplate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde new FILE}. */
@Command(
        name = "new",
        description = "Write a commented scenario to start from. Never overwrites a file.",
        footer = {"", "Example:", "  sonde new mine.yaml"})
final class NewCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "FILE", description = "Where to write it, for example mine.yaml.")
    private Path file = Path.of("");

    NewCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        String text = ScenarioTemplate.text();
        try (OutputFile output = OutputFile.creating(file)) {
            output.writer().write(text);
            output.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
        main.console().out().println("wrote " + file + "; try `sonde run " + file + "`");
        return ExitCode.AS_EXPECTED.number();
    }
}
