package dev.sonde.sim.cli;

import dev.sonde.sim.report.OutputFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde new FILE}. */
@Command(
        name = "new",
        description = "Write a commented scenario to start from. Never overwrites a file.")
final class NewCommand implements Callable<Integer> {

    private static final String TEMPLATE = "new-scenario.yaml";

    private final Main main;

    @Parameters(paramLabel = "FILE", description = "Where to write it, for example mine.yaml.")
    private Path file = Path.of("");

    NewCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, IOException {
        String text = template();
        try (OutputFile output = OutputFile.creating(file)) {
            output.writer().write(text);
            output.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
        main.console().out().println("wrote " + file + "; try `sonde run " + file + "`");
        return ExitCode.AS_EXPECTED.number();
    }

    static String template() throws IOException {
        try (InputStream text = NewCommand.class.getResourceAsStream(TEMPLATE)) {
            if (text == null) {
                throw new IOException(TEMPLATE + " is missing from the program");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
