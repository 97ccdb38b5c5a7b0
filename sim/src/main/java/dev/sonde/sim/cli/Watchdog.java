package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.trace.Decimals;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs what is under test on a thread of its own, and gives that thread up when a run stands still.
 * For one task after the other; none with the same pulse after one that hangs, which still has it.
 */
final class Watchdog {

    private static final long LOOK_MILLIS = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Supplier<Pulse.@Nullable Beat> pulse;
    private final Path file;
    private final long patienceNanos;

    /**
     * Work that runs something. It should only work out its result: what it does otherwise, it may
     * do after it was given up.
     */
    interface Task<T, E extends Exception> {
        T done() throws E;
    }

    /** @param file what it is about, for the message */
    Watchdog(ScenarioBench bench, Path file) {
        this(bench::beat, file, Campaign.PATIENCE_NANOS);
    }

    /**
     * @param pulse of the runs of all tasks
     * @param patienceNanos a run that stands still for so long hangs
     */
    Watchdog(Supplier<Pulse.@Nullable Beat> pulse, Path file, long patienceNanos) {
        this.pulse = pulse;
        this.file = file;
        this.patienceNanos = patienceNanos;
    }

    /**
     * Runs something once.
     *
     * @param bench that it is from
     * @throws InputException if it cannot be run
     * @throws HangException if it stands still for too long
     */
    static JudgedRun run(
            Workbench bench,
            Path file,
            Workbench.Experiment experiment,
            long seed,
            boolean recordTrace)
            throws InputException, HangException {
        Pulse pulse = new Pulse();
        return new Watchdog(pulse::beat, file, bench.patienceNanos())
                .of(() -> experiment.run(seed, recordTrace, pulse));
    }

    /**
     * Does a task.
     *
     * @throws E if the task does
     * @throws HangException if one of its runs stands still for too long
     */
    <T, E extends Exception> T of(Task<T, E> task) throws E, HangException {
        FutureTask<T> work = new FutureTask<>(task::done);
        Thread thread = new Thread(work, "sonde-run");
        // One that hangs must not keep the process from ending.
        thread.setDaemon(true);
        thread.start();
        try {
            return result(work);
        } catch (ExecutionException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            throwUnchecked(thrown);
            @SuppressWarnings("unchecked") // a task throws nothing else than what it says
            E checked = (E) thrown;
            throw checked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something ran", e);
        } finally {
            work.cancel(true);
        }
    }

    private <T> T result(FutureTask<T> work)
            throws HangException, ExecutionException, InterruptedException {
        Pulse.@Nullable Beat seen = null;
        long seenNanos = System.nanoTime();
        while (true) {
            try {
                return work.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Pulse.@Nullable Beat beat = pulse.get();
                long now = System.nanoTime();
                if (beat == null || !Objects.equals(beat, seen)) {
                    seen = beat;
                    seenNanos = now;
                } else if (now - seenNanos >= patienceNanos) {
                    throw new HangException(file + ": " + words(beat, patienceNanos));
                }
            }
        }
    }

    /** What is said of a run that stands still. */
    static String words(Pulse.Beat beat, long patienceNanos) {
        return "the lobby under test hangs: it gives no answer in event " + beat.event()
                + " of a run for " + Decimals.text(patienceNanos / NANOS_PER_SECOND) + " s";
    }

    private static void throwUnchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
