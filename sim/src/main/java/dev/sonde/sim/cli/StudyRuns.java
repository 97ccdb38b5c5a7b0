package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Plan;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.Run;
import dev.sonde.sim.study.Setting;
import dev.sonde.sim.study.Wish;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The runs of a study, on several threads. Whoever listens hears of each run in the order of the
 * numbers, so that nothing depends on how many threads there are.
 */
final class StudyRuns {

    /** Hears of each run that is finished, in order. */
    interface Listener {
        void finished(Run run) throws IOException;
    }

    /** One that hears nothing. */
    static final Listener NOBODY = run -> {};

    private static final long LOOK_MILLIS = 50;

    private final Plan plan;
    private final Design design;
    private final List<Workbench.Experiment> settings;
    private final List<Wish> wishes;
    private final Listener listener;
    private final long patienceNanos;
    private final Progress progress;
    private final List<Run> runs = new ArrayList<>();
    private final Map<Long, Run> waiting = new TreeMap<>();
    private long taken;
    private boolean over;
    private boolean isNarrowEnough;
    private @Nullable Exception problem;
    private @Nullable Throwable broken;

    /**
     * @param settings one experiment for each setting of the design
     * @param wishes when to stop before all seeds have run; none never stops
     * @param kept the first runs, if they are done already
     * @param patienceNanos a run that stands still for so long hangs
     */
    StudyRuns(
            Plan plan,
            Design design,
            List<Workbench.Experiment> settings,
            List<Wish> wishes,
            List<Run> kept,
            Listener listener,
            Progress progress,
            long patienceNanos) {
        this.plan = plan;
        this.design = design;
        this.settings = settings;
        this.wishes = wishes;
        this.listener = listener;
        this.progress = progress;
        this.patienceNanos = patienceNanos;
        for (Run run : kept) {
            taken++;
            runs.add(run);
            look(run);
        }
        progress.done(kept.size(), 0);
    }

    /**
     * Runs all that is left, or until there is a reason to stop.
     *
     * @param jobs threads
     * @throws InputException if a run cannot be done, or its listener takes no more
     * @throws HangException if what is under test does not come back in a run
     */
    void run(int jobs) throws InputException, HangException {
        List<Worker> workers = new ArrayList<>();
        for (int i = 1; i <= jobs; i++) {
            workers.add(new Worker("sonde-study-" + i));
        }
        workers.forEach(worker -> worker.thread.start());
        supervise(workers);
        rethrow();
    }

    private synchronized void supervise(List<Worker> workers) {
        List<Worker> left = new ArrayList<>(workers);
        while (!left.isEmpty()) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                over = true;
                return;
            }
            left.removeIf(worker -> worker.isOver || worker.hangs());
        }
    }

    private synchronized void rethrow() throws InputException, HangException {
        if (broken instanceof Error error) {
            throw error;
        }
        if (broken instanceof RuntimeException bug) {
            throw bug;
        }
        if (problem instanceof InputException wrong) {
            throw wrong;
        }
        if (problem instanceof HangException hang) {
            throw hang;
        }
        if (problem instanceof IOException full) {
            throw InputException.of(full);
        }
    }

    /** One thread's part. */
    private final class Worker implements Runnable {

        private final Thread thread;
        private final Pulse pulse = new Pulse();
        private volatile long number;
        private Pulse.@Nullable Beat seen;
        private long seenNanos;
        private boolean isOver;

        Worker(String name) {
            thread = new Thread(this, name);
            // One that hangs must not keep the process from ending.
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            for (number = next(); number > 0; number = next()) {
                try {
                    Workbench.Experiment experiment = settings.get(plan.setting(number));
                    JudgedRun run = experiment.studied(plan.seed(number), pulse);
                    finished(StudyWords.run(design, plan, number, run));
                } catch (InputException | IOException e) {
                    stop(e, null);
                } catch (RuntimeException | Error e) {
                    stop(null, e);
                }
            }
            ended(this);
        }

        /** Gives the run up, and with it the study, if it has stood still for too long. */
        private boolean hangs() {
            Pulse.@Nullable Beat beat = pulse.beat();
            long now = System.nanoTime();
            if (beat == null || !beat.equals(seen)) {
                seen = beat;
                seenNanos = now;
                return false;
            }
            if (now - seenNanos < patienceNanos) {
                return false;
            }
            Setting setting = design.settings().get(plan.setting(number));
            String name = setting.values().isEmpty()
                    ? setting.scenario()
                    : setting.scenario() + " with " + String.join(", ", setting.values());
            stop(
                    new HangException(name + ", seed " + plan.seed(number) + ": "
                            + Watchdog.words(beat, patienceNanos)),
                    null);
            thread.interrupt();
            return true;
        }
    }

    private synchronized void ended(Worker worker) {
        worker.isOver = true;
        notifyAll();
    }

    /** The number of the next run, 0 if there is none. */
    private synchronized long next() {
        return over || taken >= plan.count() ? 0 : plan.number(taken++);
    }

    private synchronized void stop(@Nullable Exception why, @Nullable Throwable bug) {
        over = true;
        problem = problem == null ? why : problem;
        broken = broken == null ? bug : broken;
    }

    private synchronized void finished(Run run) throws IOException {
        waiting.put(run.number(), run);
        Run next = waiting.remove(plan.number(runs.size()));
        while (next != null && !over) {
            listener.finished(next);
            runs.add(next);
            progress.oneDone(next.verdict().equals("VIOLATED"));
            look(next);
            next = waiting.remove(plan.number(runs.size()));
        }
    }

    /** After the last setting of a seed: do all intervals have their width? */
    private void look(Run last) {
        if (wishes.isEmpty() || last.number() % plan.settings() != 0) {
            return;
        }
        long seeds = last.number() / plan.settings();
        if (Wish.isLook(seeds)) {
            Results sofar = results();
            isNarrowEnough = wishes.stream().allMatch(wish -> wish.isFulfilled(sofar));
            over |= isNarrowEnough;
        }
    }

    /** No more runs are begun, and of those that are going on nobody hears. */
    synchronized void interrupt() {
        over = true;
    }

    /** What is finished. */
    synchronized Results results() {
        return new Results(design, runs);
    }

    synchronized long finished() {
        return runs.size();
    }

    /** True if all runs of the plan are done, or all intervals have their width. */
    synchronized boolean isComplete() {
        return runs.size() == plan.count() || stoppedByWidth();
    }

    /** True if it stopped before all seeds, since all intervals have their width. */
    synchronized boolean stoppedByWidth() {
        return !wishes.isEmpty() && isNarrowEnough && runs.size() < plan.count() && over;
    }
}
