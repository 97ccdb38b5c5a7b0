package dev.sonde.bench.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that measures: it says {@code ready} or {@code missing}, then answers each {@code round
 * MILLIS} with one line, until its input ends.
 */
final class Running implements AutoCloseable {

    static final String READY = "ready";
    static final String MISSING = "missing";
    static final String ROUND = "round";

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
        String first = line();
        if (first.startsWith(READY)) {
            return first.substring(READY.length()).strip();
        }
        throw new MissingException(
                first.startsWith(MISSING)
                        ? first.substring(MISSING.length()).strip()
                        : first.isEmpty() ? "it ends at once" : first);
    }

    /** What was measured, in its version. */
    String version() {
        return version;
    }

    /** @throws MissingException if it breaks off */
    Sample round(long millis) throws MissingException {
        try {
            input.write(ROUND + " " + millis + "\n");
            input.flush();
            String line = line();
            if (line.isEmpty()) {
                throw new MissingException("it broke off in a round");
            }
            return Sample.of(line);
        } catch (IOException e) {
            throw new MissingException("it broke off: " + e.getMessage());
        }
    }

    private String line() {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
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
