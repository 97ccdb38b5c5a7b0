package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.page.RunPage;
import dev.sonde.sim.report.page.SeedsPage;
import dev.sonde.sim.trace.Story;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What {@code run --report} puts on its page: one run with its steps, or many seeds together. */
final class RunReport {

    /** Steps that a page holds; with their words they are about a megabyte. */
    static final int MOST_STEPS = 20_000;

    /** A run of more events is told without steps: its trace might not fit the memory. */
    private static final long MOST_EVENTS = 6_000_000;

    private static final Story NO_STEPS = new Story(
            List.of("server"), List.of(new Story.Chapter("", List.of())), List.of(), List.of(), "");

    private final String version;
    private @Nullable Page page;
    private @Nullable SeedsPage seeds;

    RunReport() throws InputException {
        version = CapsuleFiles.version();
    }

    /**
     * Takes a run.
     *
     * @throws InputException if it cannot be run once more, for its steps
     */
    void add(RunLoop.Task task, JudgedRun run) throws InputException {
        String file = task.file().toString();
        if (task.manySeeds()) {
            seeds = seeds == null ? new SeedsPage(file, version) : seeds;
            seeds.add(run);
        } else {
            page = RunPage.of(file, version, run, story(task, run));
        }
    }

    /** An equal run, recorded this time, unless that is far too long. */
    private static Story story(RunLoop.Task task, JudgedRun run) throws InputException {
        if (run.result().trace().isRecording()) {
            return task.experiment().story(run.result(), MOST_STEPS);
        }
        if (run.result().events() > MOST_EVENTS) {
            return NO_STEPS;
        }
        JudgedRun recorded = task.experiment().run(run.result().seed(), true, new Pulse());
        return task.experiment().story(recorded.result(), MOST_STEPS);
    }

    /** The page, null if no run has finished. */
    @Nullable
    Page page() {
        return seeds == null ? page : seeds.page();
    }
}
