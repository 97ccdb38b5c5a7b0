package dev.sonde.bench.table;

import dev.sonde.bench.rounds.Rounds;
import dev.sonde.bench.rounds.Sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command from its start to its end, as a person waits for it: the time on the clock, and the
 * most memory that it had resident, which Linux tells.
 */
final class Launch {

    private static final long LOOK_MILLIS = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int KIB = 1024;

    private Launch() {}

    /** Runs until the input ends; the arguments are the command. */
    public static void main(String[] args) throws IOException {
        Rounds.answer("", millis -> launches(List.of(args), millis));
    }

    private static Sample launches(List<String> command, long millis)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int launches = 0;
        double peakBytes = 0;
        double nanos = 0;
        while (launches == 0 || nanos < millis * NANOS_PER_MILLI) {
            peakBytes = Math.max(peakBytes, launch(command));
            launches++;
            nanos = System.nanoTime() - begun;
        }
        return new Sample(nanos / launches, Double.NaN, peakBytes);
    }

    private static double launch(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        double peakBytes = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            peakBytes = Math.max(peakBytes, peakBytes(process.pid()));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ends with " + process.exitValue());
        }
        return peakBytes;
    }

    /** Zero where nobody tells, or once it is over. */
    private static double peakBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
