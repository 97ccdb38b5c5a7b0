package dev.sonde.server;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices a pool that does not come back from a step, as with a custom matchmaker that never
 * returns. Nobody can end such a step from outside, so it is told: once in the log, with the place
 * where the pool stands, and as the gauge {@code sonde_loop_stuck} and by {@code /ready} for as
 * long as it lasts.
 */
@SuppressWarnings("FutureReturnValueIgnored") // it repeats until the thread is stopped
final class Watchdog implements AutoCloseable {

    private static final int LOOKS_PER_PATIENCE = 4;

    private final List<PoolLoop> loops;
    private final long patienceNanos;
    private final Journal journal;
    private final ScheduledExecutorService thread;

    /** @param patienceNanos longest that a step may take; more than 0 */
    Watchdog(Collection<PoolLoop> loops, long patienceNanos, Metrics metrics, Journal journal) {
        this.loops = List.copyOf(loops);
        this.patienceNanos = patienceNanos;
        this.journal = journal;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "sonde-watchdog");
            made.setDaemon(true);
            return made;
        });
        for (PoolLoop loop : this.loops) {
            metrics.gauge(
                    "sonde_loop_stuck",
                    "pool=\"" + loop.pool() + "\"",
                    () -> loop.stepNanos() > patienceNanos ? 1 : 0);
        }
    }

    void start() {
        long every = Math.max(1, patienceNanos / LOOKS_PER_PATIENCE);
        thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
    }

    /** True if some pool has been in one step for longer than it may. */
    boolean isAnyStuck() {
        return loops.stream().anyMatch(loop -> loop.stepNanos() > patienceNanos);
    }

    private void look() {
        for (PoolLoop loop : loops) {
            if (loop.stepNanos() > patienceNanos && loop.isFirstComplaint()) {
                journal.event(
                        "loop-stuck", "pool", loop.pool(), "stands-in", loop.placeOutsideTheJdk());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
