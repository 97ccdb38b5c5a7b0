package dev.sonde.sim.cli;

import dev.sonde.sim.trace.TraceDiff;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde diff A B}. */
@Command(
        name = "diff",
        description = "Compare two traces, and name the first step in which they differ.",
        footer = {"", "Exit codes: 0 the same, 1 different, 2 not two traces."})
final class DiffCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(
            index = "0",
            paramLabel = "A.trace",
            description = "A trace that `run --trace` wrote.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.trace", description = "Another one, in the same form.")
    private Path second = Path.of("");

    DiffCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        InputFiles.check(first);
        InputFiles.check(second);
        try (BufferedReader traceA = Files.newBufferedReader(first);
                BufferedReader traceB = Files.newBufferedReader(second)) {
            TraceDiff.Result result =
                    TraceDiff.compare(first.toString(), traceA, second.toString(), traceB);
            return print(result).number();
        } catch (CharacterCodingException e) {
            throw new InputException(
                    first + " or " + second + " is not UTF-8 text, so not a trace", e);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private ExitCode print(TraceDiff.Result result) {
        PrintStream out = main.console().out();
        TraceDiff.Difference difference = result.difference();
        if (difference == null) {
            out.println("the same: " + result.steps() + (result.steps() == 1 ? " step" : " steps"));
            return ExitCode.AS_EXPECTED;
        }
        out.println("different from step " + difference.step() + " on:");
        out.println("< " + side(first, difference.lineA()));
        out.println("> " + side(second, difference.lineB()));
        return ExitCode.NOT_AS_EXPECTED;
    }

    private static String side(Path trace, @Nullable String line) {
        return trace + ": " + (line == null ? "ends here" : line);
    }
}
