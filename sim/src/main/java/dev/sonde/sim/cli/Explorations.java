package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.kernel.SeededChoices;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.ExploredScenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Explores scenarios one after the other, each on all threads. */
final class Explorations {

    /** A scenario and the file that it came from. */
    record Task(Path file, Workbench.Experiment experiment) {}

    /**
     * How each scenario is explored.
     *
     * @param schedules at most so many of each scenario
     * @param budgetNanos at most so long for each scenario
     * @param addsFaults true if each seed adds faults of its own
     * @param stopsAtFirst true if the first violation is enough
     * @param out where failures are kept
     */
    record Settings(
            String strategy,
            long schedules,
            long budgetNanos,
            int jobs,
            long firstSeed,
            boolean addsFaults,
            boolean stopsAtFirst,
            Path out,
            boolean showsProgress) {}

    private final Main main;
    private final Settings settings;

    Explorations(Main main, Settings settings) {
        this.main = main;
        this.settings = settings;
    }

    /** @throws InputException if a failure was found and cannot be written */
    ExploredScenario explore(Task task) throws InputException {
        Explored explored = task.experiment().explored();
        Campaign.Plan plan = new Campaign.Plan(
                Strategies.countsStates(settings.strategy()) ? explored.countable() : explored,
                Strategies.of(settings.strategy(), task.experiment().grid()),
                settings.addsFaults(),
                settings.firstSeed(),
                settings.schedules(),
                settings.budgetNanos(),
                settings.jobs(),
                Campaign.PATIENCE_NANOS,
                settings.stopsAtFirst());
        Campaign.Result result;
        try (Progress progress = progress()) {
            result = Campaign.run(plan, progress, main.interruption());
        }
        return new ExploredScenario(
                task.file().toString(),
                task.experiment().name(),
                settings.strategy(),
                settings.firstSeed(),
                settings.jobs(),
                result.wallNanos(),
                result.tally(),
                capsules(task, plan, result),
                result.coverage(),
                result.hungSeed(),
                isExpected(task.experiment().expected(), result));
    }

    /** Writes one capsule for each claim; gives their files by claim. */
    private Map<String, String> capsules(Task task, Campaign.Plan plan, Campaign.Result result)
            throws InputException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Tally.Found found : result.tally().found().values()) {
            String claim = found.failure().claim();
            Path file = settings.out()
                    .resolve(task.experiment().name() + "-" + claim + "-" + found.seed() + ".json");
            try {
                CapsuleFiles.write(
                        file,
                        Capsule.of(
                                plan.explored(),
                                found.seed(),
                                found.schedule() == null
                                        ? plan.strategies()
                                                .get()
                                                .next(new SeededChoices(found.seed()))
                                        : found.schedule(),
                                plan.adds(),
                                claim,
                                CapsuleFiles.version()));
                files.put(claim, file.toString());
            } catch (CapsuleException e) {
                throw new InputException(task.file() + ": " + e.getMessage(), e);
            }
        }
        return files;
    }

    private Progress progress() {
        Progress.Work work =
                new Progress.Work("schedule", settings.schedules(), settings.budgetNanos());
        return settings.showsProgress()
                ? Progress.of(work, main.console())
                : Progress.silent(main.console());
    }

    private static boolean isExpected(Expected expected, Campaign.Result result) {
        Tally tally = result.tally();
        boolean isWhole = expected.verdict() == Verdict.VIOLATED || tally.unfinished() == 0;
        return result.hungSeed() == null
                && isWhole
                && expected.isMetBy(tally.found().keySet());
    }
}
