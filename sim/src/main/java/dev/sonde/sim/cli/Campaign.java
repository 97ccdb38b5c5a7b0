package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Coverage;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.explore.Strategy;
import dev.sonde.sim.explore.Tally;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Many schedules of one scenario, on several threads.
 *
 * <p>Seeds are handed out in chunks of a fixed size and added up in their order, so the result for
 * a number of schedules does not depend on the number of threads. What counts is always the
 * finished prefix: the chunks without a gap from the first seed on.
 */
final class Campaign {

    private static final int CHUNK = 16;
    private static final long LOOK_MILLIS = 50;

    /** An answer that takes longer than this will not come. */
    static final long PATIENCE_NANOS = 10_000_000_000L;

    /**
     * What to do.
     *
     * @param strategies one for each thread
     * @param adds true if each seed adds faults of its own
     * @param schedules at most so many
     * @param budgetNanos at most so long, by the wall clock
     * @param jobs threads, at least 1; systematic strategies need exactly 1
     * @param patienceNanos a run that stands still for so long hangs
     * @param stopsAtFirst true if the first violation, by seed, is enough
     */
    record Plan(
            Explored explored,
            Supplier<Strategy> strategies,
            boolean adds,
            long firstSeed,
            long schedules,
            long budgetNanos,
            int jobs,
            long patienceNanos,
            boolean stopsAtFirst) {}

    /**
     * What came of it.
     *
     * @param coverage what a systematic strategy covered, null for those that draw
     * @param hungSeed the seed of a run in which the lobby did not come back, null if all did
     */
    record Result(
            Tally tally,
            long wallNanos,
            @Nullable Coverage coverage,
            @Nullable Long hungSeed) {}

    private final Plan plan;
    private final Progress progress;
    private final long startNanos = System.nanoTime();
    private final Map<Long, Tally> finished = new TreeMap<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Tally sum = new Tally();
    private long nextChunk;
    private long addedChunks;
    private int working;
    private boolean over;

    /** A thread that was given up may still come back; then its results are too late. */
    private boolean closed;

    private @Nullable Throwable problem;
    private @Nullable Long hungSeed;

    private Campaign(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs until there is a reason to stop; {@code interruption} is one. */
    static Result run(Plan plan, Progress progress, Interruption interruption) {
        return new Campaign(plan, progress).run(interruption);
    }

    private Result run(Interruption interruption) {
        for (int i = 0; i < plan.jobs(); i++) {
            Worker worker = new Worker();
            workers.add(worker);
            working++;
            Thread thread = new Thread(worker, "sonde-explore-" + (i + 1));
            // One that hangs must not keep the process from ending.
            thread.setDaemon(true);
            thread.start();
        }
        supervise(interruption);
        close();
        Throwable thrown = problem;
        if (thrown != null) {
            throw new IllegalStateException("a run broke the bench: " + thrown, thrown);
        }
        // A thread that hangs may still be changing what it has covered.
        Coverage coverage = hungSeed == null ? workers.get(0).strategy.coverage() : null;
        return new Result(sum, System.nanoTime() - startNanos, coverage, hungSeed);
    }

    private synchronized void supervise(Interruption interruption) {
        while (working > 0 && hungSeed == null) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                over = true;
                return;
            }
            long now = System.nanoTime();
            if (interruption.isInterrupted() || now - startNanos >= plan.budgetNanos()) {
                over = true;
            }
            for (Worker worker : workers) {
                if (worker.hangs(now)) {
                    over = true;
                    hungSeed = worker.exploration.seed();
                }
            }
        }
    }

    private synchronized void close() {
        closed = true;
    }

    /** The next chunk, or -1 if there is none. */
    private synchronized long take() {
        long left = plan.schedules() - nextChunk * CHUNK;
        return over || left <= 0 ? -1 : nextChunk++;
    }

    private synchronized void finished(long chunk, Tally tally, boolean exhausted) {
        if (closed) {
            return;
        }
        finished.put(chunk, tally);
        progress.done(tally.schedules(), tally.found().isEmpty() ? 0 : 1);
        Tally next = finished.remove(addedChunks);
        while (next != null && !isEnough()) {
            sum.add(next);
            addedChunks++;
            next = finished.remove(addedChunks);
        }
        over |= exhausted || isEnough();
        notifyAll();
    }

    private boolean isEnough() {
        return plan.stopsAtFirst() && !sum.found().isEmpty();
    }

    private synchronized void ended(@Nullable Throwable thrown) {
        working--;
        if (thrown != null && problem == null) {
            problem = thrown;
            over = true;
        }
        notifyAll();
    }

    /** One thread's part. */
    private final class Worker implements Runnable {

        private final Runner runner = plan.explored().runner();
        private final Strategy strategy = plan.strategies().get();
        private final Exploration exploration = new Exploration(runner, strategy, plan.adds());
        private long seenSeed;
        private long seenPulse;
        private long seenNanos;

        @Override
        public void run() {
            Throwable thrown = null;
            try {
                work();
            } catch (RuntimeException | Error e) {
                thrown = e;
            }
            ended(thrown);
        }

        private void work() {
            for (long chunk = take(); chunk >= 0; chunk = take()) {
                long done = chunk * CHUNK;
                int count = (int) Math.min(CHUNK, plan.schedules() - done);
                Tally tally = exploration.run(plan.firstSeed() + done, count);
                finished(chunk, tally, strategy.isExhausted());
            }
        }

        /** True if the run that is going on has stood still for too long. */
        boolean hangs(long nowNanos) {
            long pulse = runner.pulse();
            long seed = exploration.seed();
            if (pulse == 0 || pulse != seenPulse || seed != seenSeed) {
                seenPulse = pulse;
                seenSeed = seed;
                seenNanos = nowNanos;
            }
            return nowNanos - seenNanos >= plan.patienceNanos();
        }
    }
}
