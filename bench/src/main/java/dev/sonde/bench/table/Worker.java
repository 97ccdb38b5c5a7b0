package dev.sonde.bench.table;

import dev.sonde.bench.rounds.Rounds;
import dev.sonde.bench.rounds.Sample;

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

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * One benchmark in one process: each round is one iteration of it in the harness.
 *
 * <p>Arguments are the benchmark's full name, then parameters as {@code name=value};
 * {@code threads=2} is one too, and with {@code batch=1000} a round is so many calls, however long
 * they take, after as many that do not count. With {@code clock=cpu} it is the time that the
 * benchmark's threads had a processor. The compiled code lives on from round to round, so only the
 * first rounds are warm-up.
 */
final class Worker {

    /** What is set up in the first iteration counts as allocated in it; so that one is not it. */
    private static final long SETTING_UP_MILLIS = 10;

    private static final String BYTES = "gc.alloc.rate.norm";

    /** Counters of benchmarks, by the names of their fields. */
    private static final String EVENTS = "events";

    private static final String BYTES_EACH = "bytesEach";

    /** The parameter of rounds that are counted, not timed. */
    static final String BATCH = "batch";

    /** The parameter that says which time counts. */
    static final String CPU_CLOCK = "clock=" + CpuProfiler.NAME;

    private Worker() {}

    /** Runs until the input ends. */
    public static void main(String[] args) throws IOException {
        Rounds.answer("JDK " + Runtime.version().feature(), millis -> sample(args, millis));
    }

    private static Sample sample(String[] args, long millis) throws RunnerException {
        int threads = 1;
        boolean isOnce = millis <= Rounds.ONCE_MILLIS;
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
            if (args[i].equals(CPU_CLOCK)) {
                options.addProfiler(CpuProfiler.class);
            } else if (pair[0].equals("threads")) {
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
        double nanos = nanos(result.getPrimaryResult());
        boolean isRate = result.getPrimaryResult().getScoreUnit().startsWith("ops");
        double counted = isRate ? nanos : nanos / threads;
        double bytes = Double.NaN;
        double extra = Double.NaN;
        for (String name : result.getSecondaryResults().keySet()) {
            Result<?> secondary = result.getSecondaryResults().get(name);
            if (name.endsWith(BYTES)) {
                bytes = secondary.getScore();
            } else if (name.equals(EVENTS)) {
                extra = nanos / nanos(secondary);
            } else if (name.equals(BYTES_EACH)) {
                extra = secondary.getScore();
            } else if (name.endsWith(CpuProfiler.NAME)) {
                counted = secondary.getScore();
            }
        }
        return new Sample(counted, bytes, extra);
    }

    /** Of one operation, or of one thing that a counter counts. */
    private static double nanos(Result<?> result) {
        String[] unit = result.getScoreUnit().split("/");
        return unit[0].equals("ops")
                ? unitNanos(unit[1]) / result.getScore()
                : unitNanos(unit[0]) * result.getScore();
    }

    private static double unitNanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us" -> TimeUnit.MICROSECONDS.toNanos(1);
            case "ms" -> TimeUnit.MILLISECONDS.toNanos(1);
            case "s" -> TimeUnit.SECONDS.toNanos(1);
            default -> Double.NaN;
        };
    }
}
