package dev.sonde.bench.table;

import dev.sonde.bench.rounds.Rounds;
import dev.sonde.bench.rounds.Sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that measures, as {@link Rounds} says, seen from here. */
final class Running implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private final String version;

    /** @throws MissingException if what it measures is not on this machine */
    Running(List<String> command) throws MissingException {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new MissingException(command.get(0) + " does not start");
        }
        output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        try {
            version = greeting();
        } catch (MissingException e) {
            close();
            throw e;
        }
    }

    private String greeting() throws MissingException {
        String first = line("it ends at once");
        if (!first.startsWith(Rounds.READY)) {
            throw new MissingException(first);
        }
        return first.substring(Rounds.READY.length()).strip();
    }

    /** What was measured, in its version. */
    String version() {
        return version;
    }

    /** @throws MissingException if it breaks off */
    Sample round(long millis) throws MissingException {
        try {
            input.write(Rounds.ROUND + " " + millis + "\n");
            input.flush();
        } catch (IOException e) {
            throw new MissingException("it broke off: " + e.getMessage());
        }
        return Sample.of(line("it broke off in a round"));
    }

    private String line(String otherwise) throws MissingException {
        try {
            String line = output.readLine();
            if (line == null || line.isEmpty()) {
                throw new MissingException(otherwise);
            }
            if (line.startsWith(Rounds.MISSING)) {
                throw new MissingException(
                        line.substring(Rounds.MISSING.length()).strip());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            // It has ended already, which is what is wanted.
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
