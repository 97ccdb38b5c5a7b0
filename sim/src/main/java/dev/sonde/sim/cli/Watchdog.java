package dev.sonde.sim.cli;

import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.trace.Decimals;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what is under test on a thread of its own, and gives that thread up when a run stands still.
 * For one bench, and one task after the other; none after one that hangs, which still uses it.
 */
final class Watchdog {

    private static final long LOOK_MILLIS = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ScenarioBench bench;
    private final Path file;
    private final long patienceNanos;

    /**
     * Work on the bench. It should only work out its result: what it does otherwise, it may do
     * after it was given up.
     */
    interface Task<T> {
        T done() throws CapsuleException;
    }

    /** @param file what it is about, for the message */
    Watchdog(ScenarioBench bench, Path file) {
        this(bench, file, Campaign.PATIENCE_NANOS);
    }

    /** @param patienceNanos a run that stands still for so long hangs */
    Watchdog(ScenarioBench bench, Path file, long patienceNanos) {
        this.bench = bench;
        this.file = file;
        this.patienceNanos = patienceNanos;
    }

    /**
     * Does a task.
     *
     * @throws CapsuleException if the task does
     * @throws HangException if one of its runs stands still for too long
     */
    <T> T of(Task<T> task) throws CapsuleException, HangException {
        FutureTask<T> work = new FutureTask<>(task::done);
        Thread thread = new Thread(work, "sonde-run");
        // One that hangs must not keep the process from ending.
        thread.setDaemon(true);
        thread.start();
        try {
            return result(work);
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while something ran", e);
        } finally {
            work.cancel(true);
        }
    }

    private <T> T result(FutureTask<T> work)
            throws HangException, ExecutionException, InterruptedException {
        ScenarioBench.@Nullable Beat seen = null;
        long seenNanos = System.nanoTime();
        while (true) {
            try {
                return work.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                ScenarioBench.@Nullable Beat beat = bench.beat();
                long now = System.nanoTime();
                if (beat == null || !Objects.equals(beat, seen)) {
                    seen = beat;
                    seenNanos = now;
                } else if (now - seenNanos >= patienceNanos) {
                    throw new HangException(file + ": the lobby under test hangs: it gives no"
                            + " answer in event " + beat.event() + " of a run for "
                            + Decimals.text(patienceNanos / NANOS_PER_SECOND) + " s");
                }
            }
        }
    }

    private static CapsuleException problem(@Nullable Throwable thrown) {
        if (thrown instanceof CapsuleException checked) {
            return checked;
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a task threw what it must not", thrown);
    }
}
