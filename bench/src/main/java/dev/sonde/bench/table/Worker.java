package dev.sonde.bench.table;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * One benchmark in one process: for each line {@code round MILLIS} of its input it runs one
 * iteration of the benchmark in the harness, and answers with {@link Sample#toLine()}.
 *
 * <p>Arguments are the benchmark's full name, then parameters as {@code name=value};
 * {@code threads=2} is one too, and with {@code batch=1000} a round is so many calls, however long
 * they take, after as many that do not count. The compiled code lives on from round to round, so
 * only the first rounds are warm-up.
 */
final class Worker {

    /** Rounds as short as that are those of benchmarks that run once. */
    private static final long ONCE_MILLIS = 1;

    /** What is set up in the first iteration counts as allocated in it; so that one is not it. */
    private static final long SETTING_UP_MILLIS = 10;

    private static final String BYTES = "gc.alloc.rate.norm";

    /** The parameter of rounds that are counted, not timed. */
    static final String BATCH = "batch";

    private Worker() {}

    /** Runs until the input ends. */
    public static void main(String[] args) throws IOException, RunnerException {
        BufferedReader input =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(Running.READY + " JDK " + Runtime.version().feature());
        String line = input.readLine();
        while (line != null) {
            long millis = Long.parseLong(line.substring(Running.ROUND.length()).strip());
            System.out.println(sample(args, millis).toLine());
            line = input.readLine();
        }
    }

    private static Sample sample(String[] args, long millis) throws RunnerException {
        int threads = 1;
        boolean isOnce = millis <= ONCE_MILLIS;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + args[0].replace(".", "\\.") + "$")
                .forks(0)
                .warmupIterations(isOnce ? 0 : 1)
                .warmupTime(TimeValue.milliseconds(SETTING_UP_MILLIS))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(millis))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (int i = 1; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            if (pair[0].equals("threads")) {
                threads = Integer.parseInt(pair[1]);
                options.threads(threads);
            } else if (pair[0].equals(BATCH)) {
                int batch = Integer.parseInt(pair[1]);
                options.mode(Mode.SingleShotTime)
                        .warmupIterations(1)
                        .warmupBatchSize(batch)
                        .measurementBatchSize(batch);
            } else {
                options.param(pair[0], pair[1]);
            }
        }
        return sample(new Runner(options.build()).runSingle(), threads);
    }

    /**
     * Scores are times for an operation or operations in a time; samples are nanoseconds. The
     * harness gives the time of each thread; an operation of all threads together takes less.
     */
    private static Sample sample(RunResult result, int threads) {
        Result<?> primary = result.getPrimaryResult();
        String[] unit = primary.getScoreUnit().split("/");
        boolean isRate = unit[0].equals("ops");
        double unitNanos = nanos(isRate ? unit[1] : unit[0]);
        double score = primary.getScore();
        double nanos = isRate ? unitNanos / score : unitNanos * score / threads;
        double bytes = Double.NaN;
        double extra = Double.NaN;
        for (String name : result.getSecondaryResults().keySet()) {
            Result<?> secondary = result.getSecondaryResults().get(name);
            if (name.endsWith(BYTES)) {
                bytes = secondary.getScore();
            } else if (name.equals(Sample.EVENTS)) {
                // Of rates and not of numbers, as the harness has it.
                double each = nanos(secondary.getScoreUnit().split("/", -1)[1]);
                extra = secondary.getScore() / each * nanos;
            } else if (name.equals(Sample.BYTES_EACH)) {
                extra = secondary.getScore();
            }
        }
        return new Sample(nanos, bytes, extra);
    }

    private static double nanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us" -> TimeUnit.MICROSECONDS.toNanos(1);
            case "ms" -> TimeUnit.MILLISECONDS.toNanos(1);
            case "s" -> TimeUnit.SECONDS.toNanos(1);
            default -> Double.NaN;
        };
    }
}
