package dev.sonde.sim.cli;

import dev.sonde.sim.study.Advice;
import dev.sonde.sim.study.Adviser;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.Plan;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.RowsFile;
import dev.sonde.sim.study.Run;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * One study from its design to its findings: runs, rows, an interruption, and the recheck of what
 * is recommended.
 */
final class Study {

    /**
     * What is studied.
     *
     * @param experiments one for each setting of the design
     */
    record Subject(
            String title,
            String description,
            Design design,
            List<Workbench.Experiment> experiments,
            List<Goal> goals) {}

    /** Says what came of it. */
    interface Printer {
        void print(Findings findings) throws InputException;
    }

    private final Main main;
    private final StudyOptions options;
    private final Subject subject;
    private final Printer printer;
    private final Plan plan;
    private boolean closed;

    /** @throws InputException if there are too many runs, or the options do not fit together */
    Study(Main main, StudyOptions options, Subject subject, Printer printer) throws InputException {
        this.main = main;
        this.options = options;
        this.subject = subject;
        this.printer = printer;
        Seeds seeds = options.seeds();
        int[] shard = options.shard();
        plan = new Plan(
                subject.experiments().size(), seeds.first(), seeds.count(), shard[0], shard[1]);
        if (plan.total() > Plan.MOST_RUNS) {
            throw new InputException(subject.experiments().size() + " settings × " + seeds.count()
                    + " seeds are " + plan.total() + " runs; a study has at most "
                    + Plan.MOST_RUNS + ": take fewer settings or seeds");
        }
    }

    ExitCode run() throws InputException, HangException {
        int jobs = options.jobs();
        List<Run> kept = options.resume ? Resume.kept(options.outFile(), plan, subject) : List.of();
        try (Progress progress = options.quiet
                ? Progress.silent(main.console())
                : Progress.of(Progress.Work.runs(plan.count()), main.console())) {
            RowsFile rows = open(kept);
            StudyRuns runs = new StudyRuns(
                    plan,
                    subject.design(),
                    subject.experiments(),
                    options.wishes(StudyWords.metrics(subject.experiments())),
                    kept,
                    rows == null ? StudyRuns.NOBODY : rows::add,
                    progress,
                    main.workbench().patienceNanos());
            main.interruption().onInterrupt(() -> interrupted(runs, rows));
            try {
                runs.run(jobs);
            } catch (InputException e) {
                close(rows);
                throw new InputException(
                        e.getMessage() + "\nsonde: stopped after " + finished(runs), e);
            } catch (HangException e) {
                throw new HangException(
                        e.getMessage() + "\nsonde: stopped after " + finished(runs));
            } finally {
                close(rows);
            }
            if (main.interruption().isInterrupted()) {
                return ExitCode.INTERRUPTED;
            }
            Findings findings = findings(runs, recheck(runs, jobs));
            progress.clear();
            if (plan.shards() == 1) {
                printer.print(findings);
            }
            return code(runs.results());
        }
    }

    private @Nullable RowsFile open(List<Run> kept) throws InputException {
        if (options.out == null) {
            return null;
        }
        try {
            return options.resume && Resume.isThere(options.out)
                    ? RowsFile.resume(options.out, subject.design(), kept)
                    : RowsFile.create(options.out, subject.design());
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private synchronized void close(@Nullable RowsFile rows) throws InputException {
        if (rows != null && !closed) {
            closed = true;
            try {
                rows.close();
            } catch (IOException e) {
                throw InputException.of(e);
            }
        }
    }

    private void interrupted(StudyRuns runs, @Nullable RowsFile rows) {
        runs.interrupt();
        try {
            close(rows);
        } catch (InputException e) {
            main.failure(e);
        }
        main.console().err().println("sonde: interrupted after " + finished(runs));
        main.console().err().flush();
    }

    private String finished(StudyRuns runs) {
        String count = runs.finished() + " of " + plan.count() + " runs";
        return options.out == null
                ? count + "; without --out, nothing of them is kept"
                : count + "; they are in " + options.out + ", and --resume goes on with them";
    }

    private Advice recheck(StudyRuns runs, int jobs) throws InputException, HangException {
        Results results = runs.results();
        Advice advice = plan.shards() == 1
                ? new Adviser(results, subject.goals()).advice()
                : new Advice.None("");
        if (!(advice instanceof Advice.Recommended taken)) {
            return advice;
        }
        long seeds = seeds(results);
        Plan fresh = Plan.whole(1, plan.firstSeed() + plan.seeds(), seeds);
        Design one = new Design(
                subject.design().version(),
                subject.design().keys(),
                List.of(subject.design().settings().get(taken.setting())),
                subject.design().measures());
        StudyRuns again = new StudyRuns(
                fresh,
                one,
                List.of(subject.experiments().get(taken.setting())),
                List.of(),
                List.of(),
                StudyRuns.NOBODY,
                Progress.silent(main.console()),
                main.workbench().patienceNanos());
        main.interruption().onInterrupt(again::interrupt);
        again.run(jobs);
        return taken.with(Adviser.recheck(again.results(), 0, subject.goals()));
    }

    private long seeds(Results results) {
        return results.count() / plan.settings();
    }

    private Findings findings(StudyRuns runs, Advice advice) {
        Results results = runs.results();
        String stop = runs.stoppedByWidth()
                ? "Stopped after " + seeds(results) + " of " + plan.seeds()
                        + " seeds, when the intervals were as narrow as wanted"
                : "";
        return new Findings(
                subject.title(),
                subject.description(),
                seeds(results),
                stop,
                results,
                subject.goals(),
                advice);
    }

    private static ExitCode code(Results results) {
        if (results.count("VIOLATED") > 0) {
            return ExitCode.NOT_AS_EXPECTED;
        }
        return results.count("INCONCLUSIVE") > 0 ? ExitCode.INCONCLUSIVE : ExitCode.AS_EXPECTED;
    }
}
