package dev.sonde.sim.cli;

import picocli.CommandLine.ParameterException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command as users meet it, for tests of what is written about it. */
public final class TheCommand {

    private TheCommand() {}

    /** What it prints on standard output, without colours. */
    public static String printed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(words, console(out), new ProjectWorkbench(), new Interruption());
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Why these words are not understood; empty if they are. */
    public static String complaint(String... words) {
        try {
            Console silent = console(new ByteArrayOutputStream());
            new Main(silent, new ProjectWorkbench(), new Interruption())
                    .commandLine()
                    .parseArgs(words);
            return "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Console console(ByteArrayOutputStream out) {
        PrintStream err =
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                err,
                false,
                false,
                true,
                false,
                false);
    }
}
