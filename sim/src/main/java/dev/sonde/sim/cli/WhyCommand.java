package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Explanation;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Shrinker;
import dev.sonde.sim.explore.Why;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.report.WhyReport;
import dev.sonde.sim.report.html.Page;
import dev.sonde.sim.report.html.PageWriter;
import dev.sonde.sim.report.page.WhyPage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde why CAPSULE}. */
@Command(
        name = "why",
        description = "Say which event made a failure all but inevitable: how often does a run fail"
                + " that begins like this one, and goes on at random?",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde why failure.min.json",
            "  sonde why failure.json --runs 1000 --json > why.json",
            "  sonde why failure.min.json --report why.html",
            "",
            "Exit codes: 0 said; 1 what is under test hangs; 2 the input is wrong, or the failure",
            "does not show any more."
        })
final class WhyCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "CAPSULE", description = "A file that `explore` or `shrink` wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + Why.DEFAULT_RUNS,
            description = "Run so many from each event; without it ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    @Option(names = "--json", description = "Print one JSON object instead of the plot.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Write a report with the curve and all steps as one HTML file.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    WhyCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, HangException {
        Counts.atLeast("--runs", 1, runs);
        Capsule capsule = CapsuleFiles.read(file);
        try (Progress progress = quiet
                ? Progress.silent(main.console())
                : Progress.of(Progress.Work.runs((capsule.event() + 1) * runs), main.console())) {
            ScenarioBench bench = tested.bench(file);
            Watchdog watchdog = new Watchdog(bench, file);
            Shrinker.Listener listener = (done, most, choices) -> progress.oneDone(false);
            Explanation why = watchdog.of(() -> Why.of(capsule, bench, runs, listener));
            progress.clear();
            print(why);
            if (report != null) {
                RunResult run = watchdog.of(() -> bench.run(
                        capsule.scenario(), capsule.seed(), new Replay(capsule.choices())));
                Page page = WhyPage.of(
                        file.toString(),
                        CapsuleFiles.version(),
                        why,
                        run,
                        bench.story(capsule.scenario(), run, capsule.event(), RunReport.MOST_STEPS),
                        bench.file(capsule.scenario(), capsule.choices(), capsule.claim()));
                CapsuleFiles.write(report, PageWriter.html(page));
            }
        } catch (CapsuleException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
        return ExitCode.AS_EXPECTED.number();
    }

    private void print(Explanation why) {
        if (json) {
            main.console().out().print(WhyReport.json(why) + '\n');
            return;
        }
        for (String line : WhyReport.lines(why, main.console().style(main.colourForbidden()))) {
            main.console().out().print(line + '\n');
        }
    }
}
