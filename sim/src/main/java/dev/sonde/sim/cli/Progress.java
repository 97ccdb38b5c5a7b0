package dev.sonde.sim.cli;

import dev.sonde.sim.trace.Decimals;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * How far long work has come, on standard error: on a terminal one line that is rewritten,
 * elsewhere a line every 10 s. Work that is over sooner shows nothing.
 */
final class Progress implements AutoCloseable {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TERMINAL_PERIOD_MILLIS = 500;
    private static final long PIPE_PERIOD_MILLIS = 10_000;
    private static final String REWRITE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier clock;
    private final long startNanos;
    private final Work work;
    private long done;
    private long violations;
    private boolean shown;
    private boolean closed;

    /**
     * What has to be done.
     *
     * @param what is counted, in the singular
     * @param total how many of it, at most
     * @param budgetNanos how long, at most
     */
    record Work(String what, long total, long budgetNanos) {

        /** No bound of this kind. */
        static final long UNBOUNDED = Long.MAX_VALUE;

        static Work runs(long total) {
            return new Work("run", total, UNBOUNDED);
        }

        private boolean isBounded() {
            return total != UNBOUNDED || budgetNanos != UNBOUNDED;
        }
    }

    private Progress(PrintStream err, boolean terminal, Work work, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.work = work;
        this.clock = clock;
        startNanos = clock.getAsLong();
    }

    /** Shows the progress of some work from now on. */
    static Progress of(Work work, Console console) {
        Progress progress =
                new Progress(console.err(), console.errIsTerminal(), work, System::nanoTime);
        progress.startTicking();
        return progress;
    }

    /** Shows nothing. */
    static Progress silent(Console console) {
        return new Progress(console.err(), false, Work.runs(0), () -> 0);
    }

    private void startTicking() {
        Thread ticker = new Thread(this::tick, "sonde-progress");
        ticker.setDaemon(true);
        ticker.start();
    }

    private synchronized void tick() {
        long periodMillis = terminal ? TERMINAL_PERIOD_MILLIS : PIPE_PERIOD_MILLIS;
        long next = clock.getAsLong() + periodMillis * 1_000_000;
        try {
            while (!closed) {
                long left = next - clock.getAsLong();
                if (left > 0) {
                    wait(left / 1_000_000 + 1);
                } else {
                    show();
                    next += periodMillis * 1_000_000;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        String line = line(work, done, clock.getAsLong() - startNanos, violations);
        if (terminal) {
            err.print(REWRITE + line);
            shown = true;
        } else {
            err.println(line);
        }
        err.flush();
    }

    synchronized void oneDone(boolean violated) {
        done(1, violated ? 1 : 0);
    }

    synchronized void done(long more, long moreViolations) {
        done += more;
        violations += moreViolations;
    }

    /** Makes room for something else on the terminal; the line comes back by itself. */
    synchronized void clear() {
        if (shown) {
            err.print(REWRITE);
            err.flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
        closed = true;
        notifyAll();
    }

    /** What is shown, for example {@code 12 of 40 runs, 6/s, 5 s left, 1 violated}. */
    static String line(Work work, long done, long elapsedNanos, long violations) {
        StringBuilder line = new StringBuilder().append(done);
        long counted = done;
        if (work.total() != Work.UNBOUNDED) {
            line.append(" of ").append(work.total());
            counted = work.total();
        }
        line.append(' ').append(work.what()).append(counted == 1 ? ", " : "s, ");
        if (done == 0) {
            line.append(elapsedNanos / NANOS_PER_SECOND).append(" s so far, ");
        } else {
            double perSecond = (double) done * NANOS_PER_SECOND / Math.max(1, elapsedNanos);
            line.append(
                            perSecond >= 10
                                    ? Long.toString(Math.round(perSecond))
                                    : Decimals.text(Math.round(perSecond * 100) / 100.0))
                    .append("/s, ");
            double left = Math.min(
                    (work.total() - done) / perSecond,
                    Math.max(0, work.budgetNanos() - elapsedNanos) / (double) NANOS_PER_SECOND);
            if (work.isBounded()) {
                line.append((long) StrictMath.ceil(left)).append(" s left, ");
            }
        }
        return line.append(violations).append(" violated").toString();
    }
}
