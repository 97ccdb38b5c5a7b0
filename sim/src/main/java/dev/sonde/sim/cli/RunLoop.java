package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.pack.Pulse;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs tasks one after the other and hands each result on as soon as it is there. One that hangs is
 * given up, with the seeds behind; the next task goes on.
 *
 * <p>{@link #interrupt} may come from another thread at any instant: it saves what is finished, and
 * whatever is still running is lost.
 */
final class RunLoop {

    /**
     * A scenario and the seeds to run it with.
     *
     * @param manySeeds true if the user asked for a range, even of one
     */
    record Task(Path file, Workbench.Experiment experiment, Seeds seeds, boolean manySeeds) {}

    /** One task while it runs, on a thread of its own. */
    private static final class Turn {

        private final Task task;
        private final Pulse pulse = new Pulse();
        private long seed;

        /** It was given up: what its thread may still say comes too late. */
        private boolean isOver;

        Turn(Task task) {
            this.task = task;
        }
    }

    private final Main main;
    private final RunPrinter printer;
    private final RunFiles files;
    private final Progress progress;
    private ExitCode code = ExitCode.AS_EXPECTED;
    private @Nullable Task current;
    private long finished;
    private boolean saved;

    RunLoop(Main main, RunPrinter printer, RunFiles files, Progress progress) {
        this.main = main;
        this.printer = printer;
        this.files = files;
        this.progress = progress;
    }

    ExitCode run(List<Task> tasks) {
        for (Task task : tasks) {
            Turn turn = new Turn(task);
            begin(task);
            try {
                if (!watchdog(turn).of(() -> all(turn))) {
                    return ExitCode.INTERRUPTED;
                }
            } catch (HangException e) {
                hangs(turn, e);
            }
            end(task);
        }
        return save();
    }

    private Watchdog watchdog(Turn turn) {
        long patienceNanos = main.workbench().patienceNanos();
        return new Watchdog(turn.pulse::beat, turn.task.file(), patienceNanos);
    }

    /** Hands the results on one by one; false if it was interrupted before the last one. */
    private boolean all(Turn turn) {
        long seed = turn.task.seeds().first();
        for (long left = turn.task.seeds().count(); left > 0; left--) {
            if (main.interruption().isInterrupted() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            one(turn, seed++);
        }
        return true;
    }

    private void one(Turn turn, long seed) {
        begin(turn, seed);
        JudgedRun run;
        try {
            run = turn.task.experiment().run(seed, files.wantsTrace(), turn.pulse);
        } catch (InputException | RuntimeException | StackOverflowError | AssertionError e) {
            failed(turn, e);
            return;
        }
        // A thread that was given up is interrupted; what it brings then comes too late.
        if (!Thread.currentThread().isInterrupted()) {
            finished(turn, run);
        }
    }

    private synchronized void begin(Task task) {
        current = task;
    }

    private synchronized void begin(Turn turn, long seed) {
        turn.seed = seed;
    }

    private synchronized void failed(Turn turn, Throwable problem) {
        if (turn.isOver) {
            return;
        }
        progress.clear();
        progress.oneDone(false);
        main.console().err().println(turn.task.file() + " with seed " + turn.seed + ":");
        code = code.or(main.failure(problem));
    }

    private synchronized void hangs(Turn turn, HangException problem) {
        failed(turn, problem);
        turn.isOver = true;
        long left = turn.task.seeds().first() + turn.task.seeds().count() - 1 - turn.seed;
        if (left > 0) {
            main.console().err().println("  its other " + left + " seeds are left out");
        }
    }

    private synchronized void finished(Turn turn, JudgedRun run) {
        if (saved || turn.isOver) {
            return;
        }
        finished++;
        progress.oneDone(run.result().verdict() == Verdict.VIOLATED);
        progress.clear();
        code = code.or(ExitCode.of(run));
        printer.finished(turn.task, run);
        try {
            files.add(turn.task, run);
        } catch (InputException e) {
            code = code.or(main.failure(e));
        }
    }

    private synchronized void end(Task task) {
        if (!saved) {
            progress.clear();
            printer.finished(task);
            current = null;
        }
    }

    private synchronized ExitCode save() {
        if (saved) {
            return code;
        }
        saved = true;
        progress.clear();
        if (current != null) {
            printer.finished(current);
        }
        printer.end();
        try {
            files.commit();
        } catch (InputException e) {
            code = code.or(main.failure(e));
        }
        return code;
    }

    /** Writes what is finished and says so; nothing is written afterwards. */
    synchronized void interrupt() {
        if (!saved) {
            save();
            main.console()
                    .err()
                    .println("sonde: interrupted; " + finished
                            + (finished == 1
                                    ? " finished run is written"
                                    : " finished runs are written"));
            main.console().err().flush();
        }
    }
}
