package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code sonde run FILE…}: what was asked for, put together and checked before any work. */
@Command(
        name = "run",
        description = "Run scenarios, judge each by the claims, and say what happened.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde run scenarios/smoke/two-people.yaml",
            "  sonde run scenarios/smoke/*.yaml --json > runs.jsonl",
            "  sonde run mine.yaml --trace mine.trace",
            "  sonde run mine.yaml --seeds 1..1000 --rows mine.csv",
            "  sonde run mine.yaml --report mine.html",
            "",
            "Exit codes: 0 as expected; 1 a claim is violated or an expectation missed",
            "(under `expect: verdict: violated`, the other way round), or what is under test",
            "hangs; 2 the input is wrong; 3 inconclusive; 70 an error in sonde; 130 interrupted,",
            "finished runs are written."
        })
final class RunCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Scenario files, YAML or JSON; or sessions that `sonde serve --record` wrote.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object a run instead of the report.")
    private boolean json;

    @Option(
            names = "--trace",
            paramLabel = "OUT",
            description =
                    "Write what happened, step by step, as text; as JSON Lines if the name ends"
                            + " in .jsonl. For one run only.")
    private @Nullable Path trace;

    @Option(
            names = "--rows",
            paramLabel = "OUT.csv",
            description = "Write one row for each person, match and probe of all runs.")
    private @Nullable Path rows;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Write a report as one HTML file. For one scenario, with any seeds.")
    private @Nullable Path report;

    @Option(names = "--seed", paramLabel = "N", description = "Run with this seed, not the file's.")
    private @Nullable Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "Run each scenario once with each of these seeds.")
    private @Nullable String seeds;

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    @Option(
            names = "--explain",
            paramLabel = "A,B",
            description =
                    "Print these two people's candidate pairs with their fates, and a time line of"
                            + " their connections, instead of the report. For one run only.")
    private @Nullable String explain;

    @Option(
            names = "--as-scenario",
            description = "Print a recorded session as a scenario to vary, and run nothing.")
    private boolean asScenario;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    RunCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, HangException {
        if (asScenario) {
            if (files.size() > 1) {
                throw new InputException("--as-scenario is for one session; choose one file");
            }
            main.console().out().print(Replays.scenario(files.get(0)));
            return ExitCode.AS_EXPECTED.number();
        }
        Seeds range = seeds == null ? null : Seeds.parse(seeds);
        if (range != null && seed != null) {
            throw new InputException("--seed and --seeds exclude each other; leave out one");
        }
        Workbench bench = main.workbench().testing(tested.found());
        if (explain != null) {
            return explained(bench, Explanation.parse(explain), range).number();
        }
        ExitCode code = ExitCode.AS_EXPECTED;
        List<RunLoop.Task> tasks = new ArrayList<>();
        for (Path file : files) {
            try {
                if (Replays.isSession(file)) {
                    requireSessionOnly(file);
                    code = code.or(Replays.replay(main.console(), file, json));
                } else {
                    tasks.add(task(bench, file, range));
                }
            } catch (InputException | RuntimeException e) {
                code = code.or(main.failure(e));
            }
        }
        if (tasks.isEmpty()) {
            return code.number();
        }
        return code.or(run(tasks)).number();
    }

    /** A session has its own people, seed and coordinator. */
    private void requireSessionOnly(Path file) throws InputException {
        boolean asksForMore = seed != null
                || seeds != null
                || trace != null
                || rows != null
                || report != null
                || tested.name() != null;
        if (asksForMore) {
            throw new InputException(file + " is a recorded session, which is replayed as it was;"
                    + " of the options it takes --json. --as-scenario makes a scenario of it, which"
                    + " takes them all");
        }
    }

    private ExitCode explained(Workbench bench, Explanation explanation, @Nullable Seeds range)
            throws InputException, HangException {
        if (files.size() > 1
                || range != null
                || json
                || trace != null
                || rows != null
                || report != null) {
            throw new InputException("--explain is for one run and prints nothing else;"
                    + " choose one file and one seed, without --json, --trace, --rows"
                    + " and --report");
        }
        Workbench.Experiment experiment = bench.load(files.get(0), tested.name());
        if (!experiment.protocol().equals(Scenario.WEBRTC_PROBE)) {
            throw new InputException(files.get(0) + ": --explain tells of WebRTC connections, and"
                    + " this scenario's protocol is " + experiment.protocol()
                    + "; --trace has all that happens in it");
        }
        long one = seed == null ? experiment.seed() : seed;
        JudgedRun run = Watchdog.run(bench, files.get(0), experiment, one, true);
        explanation.requireKnown(
                run.result().people().stream().map(PersonRow::id).toList());
        main.console().out().print(explanation.text(run.result().trace()));
        return ExitCode.of(run);
    }

    private RunLoop.Task task(Workbench bench, Path file, @Nullable Seeds range)
            throws InputException {
        Workbench.Experiment experiment = bench.load(file, tested.name());
        if (range != null) {
            return new RunLoop.Task(file, experiment, range, true);
        }
        long one = seed == null ? experiment.seed() : seed;
        return new RunLoop.Task(file, experiment, new Seeds(one, one), false);
    }

    private ExitCode run(List<RunLoop.Task> tasks) throws InputException {
        long total = tasks.stream().mapToLong(task -> task.seeds().count()).sum();
        if (trace != null && (total > 1 || files.size() > 1)) {
            throw new InputException("--trace is for one run, but these are "
                    + Math.max(total, files.size()) + "; choose one file and one seed");
        }
        if (report != null && files.size() > 1) {
            throw new InputException(
                    "--report is for one scenario, but these are " + files.size() + "; choose one");
        }
        boolean progress = !quiet;
        try (RunFiles written = RunFiles.open(trace, rows, report, files);
                Progress shown = progress
                        ? Progress.of(Progress.Work.runs(total), main.console())
                        : Progress.silent(main.console())) {
            RunPrinter printer = json
                    ? new JsonPrinter(main.console())
                    : new ReportPrinter(main.console(), main.colourForbidden());
            RunLoop loop = new RunLoop(main, printer, written, shown);
            main.interruption().onInterrupt(loop::interrupt);
            return loop.run(tasks);
        }
    }
}
