package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Replayed;
import dev.sonde.sim.explore.Runner;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.report.ExploredScenario;
import dev.sonde.sim.report.JUnitXml.Case;
import dev.sonde.sim.report.JUnitXml.Outcome;
import dev.sonde.sim.report.JUnitXml.Suite;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that stands between a change and its release, part by part: the corpus, the scenarios, the
 * exploration, and whether enough was reached for that to mean anything.
 */
final class Gate {

    /** Below so many schedules nobody can ask for every label. */
    static final long ENOUGH_SCHEDULES = 20_000;

    /** In which order explored scenarios take them: each scenario one, and the next another. */
    private static final List<String> STRATEGIES = List.of("random", "mild", "pos", "pct");

    private final Main main;
    private final Settings settings;
    private final Workbench workbench;
    private final List<Suite> suites = new ArrayList<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, String> exempt = new LinkedHashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final Set<Path> hanging = new LinkedHashSet<>();
    private ExitCode code = ExitCode.AS_EXPECTED;
    private long schedules;

    /**
     * What to do, and how long.
     *
     * @param tested what is tested instead of the files' own; scenarios of violates/ keep theirs,
     *     since they are to show that the bench can see
     * @param budgetNanos of the exploration
     */
    record Settings(
            TestedOptions tested,
            long budgetNanos,
            long seed,
            int jobs,
            Path out,
            Quarantine quarantine,
            boolean showsProgress) {}

    /** @throws InputException if what is to be tested cannot be found */
    Gate(Main main, Settings settings) throws InputException {
        this.main = main;
        this.settings = settings;
        this.workbench = main.workbench().testing(settings.tested().found());
    }

    /** Goes through all parts, also after a failure: who mends wants to see everything. */
    ExitCode run(GateFiles files) throws InputException {
        List<Case> corpus = new ArrayList<>();
        files.violates().forEach(file -> corpus.add(once(file, null)));
        files.regression()
                .forEach(file -> corpus.add(once(file, settings.tested().name())));
        files.capsules().forEach(file -> corpus.add(capsule(file)));
        suites.add(new Suite("corpus", corpus));
        List<Case> scenarios = new ArrayList<>();
        files.smoke().forEach(file -> scenarios.add(once(file, settings.tested().name())));
        files.research()
                .forEach(file -> scenarios.add(once(file, settings.tested().name())));
        suites.add(new Suite("scenarios", scenarios));
        suites.add(new Suite("exploration", explored(files.smoke())));
        suites.add(new Suite("reached", List.of(reachedCase())));
        return main.interruption().isInterrupted() ? ExitCode.INTERRUPTED : code;
    }

    List<Suite> suites() {
        return suites;
    }

    long schedules() {
        return schedules;
    }

    /** Declared labels that nothing reached, although something could. */
    List<String> missing() {
        return declared.stream()
                .filter(label -> !reached.contains(label) && !exempt.containsKey(label))
                .toList();
    }

    /** Declared labels that nothing can reach, each with the reason. */
    Map<String, String> exempt() {
        return exempt;
    }

    /** Labels that were reached although it is said that nothing can. */
    List<String> wronglyExempt() {
        return exempt.keySet().stream().filter(reached::contains).toList();
    }

    int declaredLabels() {
        return declared.size();
    }

    private Case once(Path file, @Nullable String underTest) {
        long start = System.nanoTime();
        try {
            Workbench.Experiment experiment = workbench.load(file, underTest);
            JudgedRun run = Watchdog.run(workbench, file, experiment, experiment.seed(), false);
            if (run.asExpected()) {
                return passed(file, start);
            }
            boolean undecided = run.result().verdict() == Verdict.INCONCLUSIVE;
            return failed(
                    file,
                    start,
                    undecided ? Outcome.ERROR : Outcome.FAILED,
                    violated(run),
                    words(run),
                    "./sonde run " + file);
        } catch (HangException e) {
            hanging.add(file);
            return failed(
                    file,
                    start,
                    Outcome.FAILED,
                    Quarantine.NO_CLAIM,
                    String.valueOf(e.getMessage()),
                    "./sonde run " + file);
        } catch (InputException | RuntimeException e) {
            return broken(file, start, e);
        }
    }

    private static String violated(JudgedRun run) {
        return run.result().claims().stream()
                .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                .findFirst()
                .map(ClaimResult::name)
                .orElse(Quarantine.NO_CLAIM);
    }

    private static String words(JudgedRun run) {
        for (ClaimResult claim : run.result().claims()) {
            if (claim.verdict() == Verdict.VIOLATED) {
                return claim.name() + " at event " + claim.event() + ": " + claim.why();
            }
        }
        for (Expectation expectation : run.expectations()) {
            if (!expectation.met()) {
                return expectation.what() + " should be " + expectation.expected() + " and is "
                        + expectation.actual();
            }
        }
        return "the run is " + run.result().verdict() + ", which is not expected";
    }

    /** A capsule of a failure that was mended: now its run has to violate nothing. */
    private Case capsule(Path file) {
        long start = System.nanoTime();
        try {
            Capsule capsule = CapsuleFiles.read(file);
            Replayed replayed =
                    Replayed.of(capsule, settings.tested().bench(file), CapsuleFiles.version());
            Attempt.Failure failure = replayed.attempt().failure();
            String command = "./sonde replay " + file;
            if (failure != null) {
                String why =
                        failure.claim() + " at event " + failure.event() + ": " + failure.why();
                return failed(file, start, Outcome.FAILED, failure.claim(), why, command);
            }
            if (!replayed.stale().isEmpty()) {
                code = code.or(ExitCode.STALE);
                return failed(
                        file,
                        start,
                        Outcome.ERROR,
                        Quarantine.NO_CLAIM,
                        "stale: " + replayed.stale().get(0) + "; shrink it anew or take it out",
                        command);
            }
            return passed(file, start);
        } catch (InputException | CapsuleException | RuntimeException e) {
            return broken(file, start, e);
        }
    }

    private List<Case> explored(List<Path> files) throws InputException {
        List<Case> cases = new ArrayList<>();
        long left = settings.budgetNanos();
        for (int i = 0; i < files.size() && !main.interruption().isInterrupted(); i++) {
            long start = System.nanoTime();
            cases.add(explored(
                    files.get(i),
                    STRATEGIES.get(i % STRATEGIES.size()),
                    Math.max(1, left / (files.size() - i))));
            left -= System.nanoTime() - start;
        }
        return cases;
    }

    private Case explored(Path file, String strategy, long budgetNanos) throws InputException {
        long start = System.nanoTime();
        if (hanging.contains(file)) {
            return failed(
                    file,
                    start,
                    Outcome.FAILED,
                    Quarantine.NO_CLAIM,
                    "not explored, since its own run hangs",
                    "./sonde run " + file);
        }
        Explorations explorations = new Explorations(
                main,
                new Explorations.Settings(
                        strategy,
                        Long.MAX_VALUE,
                        budgetNanos,
                        settings.jobs(),
                        settings.seed(),
                        true,
                        true,
                        settings.out(),
                        settings.showsProgress()));
        try {
            Workbench.Experiment experiment =
                    workbench.load(file, settings.tested().name());
            declared.addAll(experiment.explored().declared());
            exempt.putAll(experiment.explored().exempt());
            reached.addAll(reachedInDefaultOrder(experiment));
            ExploredScenario result = explorations.explore(new Explorations.Task(file, experiment));
            schedules += result.tally().schedules();
            reached.addAll(result.tally().reached().keySet());
            return judged(file, start, result);
        } catch (RuntimeException e) {
            return broken(file, start, e);
        }
    }

    /** Some scenarios are there to reach a label, which other orders and faults may miss. */
    private static Set<String> reachedInDefaultOrder(Workbench.Experiment experiment) {
        Runner runner = experiment.explored().runner();
        runner.run(experiment.seed(), new Replay(List.of()), false);
        return runner.takeReached().keySet();
    }

    private Case judged(Path file, long start, ExploredScenario result) {
        if (result.hungSeed() != null) {
            return failed(
                    file,
                    start,
                    Outcome.FAILED,
                    Quarantine.NO_CLAIM,
                    "no answer within 10 s with seed " + result.hungSeed(),
                    "./sonde explore " + file + " --strategy " + result.strategy() + " --seed "
                            + result.hungSeed() + " --schedules 1");
        }
        for (Tally.Found found : result.tally().found().values()) {
            String claim = found.failure().claim();
            return failed(
                    file,
                    start,
                    Outcome.FAILED,
                    claim,
                    claim + " with seed " + found.seed() + " at event "
                            + found.failure().event() + ": " + found.failure().why(),
                    "./sonde replay " + result.capsules().get(claim));
        }
        if (result.tally().unfinished() > 0) {
            return failed(
                    file,
                    start,
                    Outcome.ERROR,
                    Quarantine.NO_CLAIM,
                    result.tally().unfinished() + " runs met a limit of the scenario, the first"
                            + " with seed " + result.tally().unfinishedSeed(),
                    "./sonde explore " + file + " --strategy " + result.strategy() + " --seed "
                            + result.tally().unfinishedSeed() + " --schedules 1");
        }
        return passed(file, start);
    }

    private Case reachedCase() {
        List<String> wrong = wronglyExempt();
        List<String> missing = schedules < ENOUGH_SCHEDULES ? List.of() : missing();
        if (missing.isEmpty() && wrong.isEmpty()) {
            return new Case("labels", Outcome.PASSED, "", "", 0);
        }
        code = code.or(ExitCode.NOT_AS_EXPECTED);
        List<String> lines = new ArrayList<>(missing);
        wrong.forEach(label -> lines.add(label + " is exempt, and was reached"));
        String message = wrong.isEmpty()
                ? missing.size() + " of " + declared.size() + " labels were not reached in "
                        + schedules + " schedules"
                : wrong.get(0) + " is exempt from being reached, and was reached";
        return new Case("labels", Outcome.FAILED, message, String.join("\n", lines), 0);
    }

    private static Case passed(Path file, long start) {
        return new Case(file.toString(), Outcome.PASSED, "", "", System.nanoTime() - start);
    }

    private Case failed(
            Path file, long start, Outcome outcome, String claim, String message, String command) {
        long wall = System.nanoTime() - start;
        String reason = settings.quarantine().reason(file.toString(), claim);
        if (reason != null) {
            return new Case(file.toString(), Outcome.SKIPPED, reason, message, wall);
        }
        code = code.or(
                outcome == Outcome.FAILED ? ExitCode.NOT_AS_EXPECTED : ExitCode.INCONCLUSIVE);
        return new Case(file.toString(), outcome, message, message + "\n" + command, wall);
    }

    private Case broken(Path file, long start, Throwable problem) {
        code = code.or(
                problem instanceof RuntimeException
                        ? ExitCode.INTERNAL_ERROR
                        : ExitCode.WRONG_INPUT);
        String message = String.valueOf(problem.getMessage());
        return new Case(
                file.toString(), Outcome.ERROR, message, message, System.nanoTime() - start);
    }
}
