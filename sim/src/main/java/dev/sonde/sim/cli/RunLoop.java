package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Verdict;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs tasks one after the other and hands each result on as soon as it is there.
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
            begin(task);
            long seed = task.seeds().first();
            for (long left = task.seeds().count(); left > 0; left--) {
                if (main.interruption().isInterrupted()) {
                    return ExitCode.INTERRUPTED;
                }
                one(task, seed++);
            }
            end(task);
        }
        return save();
    }

    private void one(Task task, long seed) {
        JudgedRun run;
        try {
            run = task.experiment().run(seed, files.wantsTrace());
        } catch (InputException | RuntimeException | StackOverflowError | AssertionError e) {
            failed(task, seed, e);
            return;
        }
        finished(task, run);
    }

    private synchronized void begin(Task task) {
        current = task;
    }

    private synchronized void failed(Task task, long seed, Throwable problem) {
        progress.clear();
        progress.oneDone(false);
        main.console().err().println(task.file() + " with seed " + seed + ":");
        code = code.or(main.failure(problem));
    }

    private synchronized void finished(Task task, JudgedRun run) {
        if (saved) {
            return;
        }
        finished++;
        progress.oneDone(run.result().verdict() == Verdict.VIOLATED);
        progress.clear();
        code = code.or(ExitCode.of(run));
        printer.finished(task, run);
        try {
            files.add(task, run);
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
