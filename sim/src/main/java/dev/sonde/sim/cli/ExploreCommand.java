package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.report.ExploreJson;
import dev.sonde.sim.report.ExploreReport;
import dev.sonde.sim.report.ExploredScenario;
import dev.sonde.sim.scenario.NearestWord;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code sonde explore FILE…}: what was asked for, put together and checked before any work. */
@Command(
        name = "explore",
        description = "Run scenarios under many schedules, with faults, until a claim breaks.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde explore scenarios/smoke/two-people.yaml --schedules 100000",
            "  sonde explore mine.yaml --budget 5m --out failures",
            "  sonde explore mine.yaml --strategy exhaustive",
            "  sonde explore scenarios/smoke/two-people.yaml --under-test ready-counter",
            "",
            "Exit codes: 0 as expected (also: a violation where one is expected); 1 a claim is",
            "violated; 2 the input is wrong; 3 inconclusive; 70 an error in sonde; 130",
            "interrupted, what was finished is reported."
        })
final class ExploreCommand implements Callable<Integer> {

    private static final long SCHEDULES = 10_000;

    private final Main main;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
    private List<Path> files = List.of();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "random",
            description = "How schedules are chosen: ${COMPLETION-CANDIDATES}.",
            completionCandidates = StrategyNames.class)
    private String strategy = "";

    @Option(
            names = "--schedules",
            paramLabel = "N",
            description = "Run so many for each file; without a budget 10000, or all that a"
                    + " systematic strategy has.")
    private @Nullable Long schedules;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Stop after this long for each file, such as 30s or 5m.")
    private @Nullable String budget;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Use so many threads, not one for each core.")
    private @Nullable Integer jobs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the first schedule; each further one has the next.")
    private long seed;

    @Option(
            names = "--no-faults",
            description = "Add no faults to those of the file; only the order of events varies.")
    private boolean noFaults;

    @Option(
            names = "--all",
            description = "Go on after the first violation, and keep one of each claim.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "capsules",
            description = "Where failures are kept; made when there is one. Without it: capsules.")
    private Path out = Path.of("");

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    @Option(names = "--json", description = "Print one JSON object a file instead of the report.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    ExploreCommand(Main main) {
        this.main = main;
    }

    /** For the help text. */
    static final class StrategyNames extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        StrategyNames() {
            super(Strategies.names());
        }
    }

    @Override
    public Integer call() throws InputException {
        Explorations.Settings settings = settings();
        ExitCode code = ExitCode.AS_EXPECTED;
        List<Explorations.Task> tasks = new ArrayList<>();
        Workbench bench = main.workbench().testing(tested.found());
        for (Path file : files) {
            try {
                Workbench.Experiment experiment = bench.load(file, tested.name());
                requireComparableStates(file, experiment);
                tasks.add(new Explorations.Task(file, experiment));
            } catch (InputException | RuntimeException e) {
                code = code.or(main.failure(e));
            }
        }
        Explorations explorations = new Explorations(main, settings);
        boolean first = true;
        for (Explorations.Task task : tasks) {
            if (main.interruption().isInterrupted()) {
                return code.or(ExitCode.INTERRUPTED).number();
            }
            try {
                ExploredScenario explored = explorations.explore(task);
                print(explored, first);
                first = false;
                code = code.or(ExitCode.of(explored));
            } catch (InputException | RuntimeException e) {
                main.console().err().println(task.file() + ":");
                code = code.or(main.failure(e));
            }
        }
        if (tested.isProcess() && !quiet) {
            main.console().err().println(tested.pace());
        }
        return code.number();
    }

    private void requireComparableStates(Path file, Workbench.Experiment experiment)
            throws InputException {
        if (strategy.equals(Strategies.EXHAUSTIVE) && !experiment.hasComparableStates()) {
            throw new InputException(file + ": exhaustive cannot compare states with packets on"
                    + " their way; choose another strategy, or network: {detail: flow}");
        }
    }

    private Explorations.Settings settings() throws InputException {
        if (!Strategies.names().contains(strategy)) {
            throw new InputException("no strategy is called '" + strategy + "'; "
                    + NearestWord.help(strategy, Strategies.names()));
        }
        boolean systematic = Strategies.isSystematic(strategy);
        if (systematic && jobs != null && jobs > 1) {
            throw new InputException(
                    "each schedule of " + strategy + " follows from the one before," + " so --jobs "
                            + jobs + " cannot be; leave it out");
        }
        boolean bounded = schedules != null || budget != null || systematic;
        if (strategy.equals(Strategies.EXHAUSTIVE) && tested.isProcess()) {
            throw new InputException("exhaustive looks into what is tested, and cannot look into a"
                    + " process; choose another strategy");
        }
        return new Explorations.Settings(
                strategy,
                Counts.atLeast(
                        "--schedules",
                        1,
                        schedules == null ? bounded ? Long.MAX_VALUE : SCHEDULES : schedules),
                budget == null ? Long.MAX_VALUE : Counts.nanos("--budget", budget),
                systematic ? 1 : Counts.jobs(jobs),
                seed,
                !noFaults && !systematic,
                !all,
                out,
                !quiet);
    }

    private void print(ExploredScenario explored, boolean first) {
        if (json) {
            main.console().out().print(ExploreJson.line(explored) + '\n');
        } else {
            if (!first) {
                main.console().out().print('\n');
            }
            for (String line :
                    ExploreReport.lines(explored, main.console().style(main.colourForbidden()))) {
                main.console().out().print(line + '\n');
            }
        }
        main.console().out().flush();
    }
}
