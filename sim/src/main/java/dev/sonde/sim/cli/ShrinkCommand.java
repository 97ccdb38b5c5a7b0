package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Replayed;
import dev.sonde.sim.explore.Shrinker;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.ScenarioBench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde shrink CAPSULE}. */
@Command(
        name = "shrink",
        description = "Look for the smallest scenario and schedule that still violate the same"
                + " claim.",
        sortOptions = false,
        footer = {
            "",
            "Beside NAME.json, or in the folder of --out, it writes",
            "  NAME.min.json  the smallest failure as a capsule",
            "  NAME.min.yaml  a scenario that `sonde run` runs into the same claim, ready for",
            "                 scenarios/violates; without its `expect`, for scenarios/regression",
            "  NAME.min.md    what happens in it, as a sequence diagram",
            "",
            "Exit codes: 0 written; 1 the capsule's claim is not violated any more, or what is",
            "under test hangs; 2 the input is wrong; 4 as 1, and the capsule is stale."
        })
final class ShrinkCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "CAPSULE", description = "A file that `explore` or `gate` wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files are written; without it, beside the capsule.")
    private @Nullable Path out;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + Shrinker.DEFAULT_RUNS,
            description = "Try at most so many smaller ones; without it ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    ShrinkCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, HangException {
        Counts.atLeast("--runs", 1, runs);
        Capsule capsule = CapsuleFiles.read(file);
        ScenarioBench bench = tested.bench(file);
        Watchdog watchdog = new Watchdog(bench, file);
        String version = CapsuleFiles.version();
        try {
            Replayed replayed = watchdog.of(() -> Replayed.of(capsule, bench, version));
            Attempt.Failure failure = replayed.attempt().failure(capsule.claim());
            if (failure == null) {
                main.console().out().print(file + ": " + replayed.words() + '\n');
                return ReplayCommand.code(replayed).number();
            }
            Capsule ofNow = new Capsule(
                    version,
                    bench.json(capsule.scenario()),
                    capsule.seed(),
                    capsule.choices(),
                    capsule.claim(),
                    failure.event(),
                    replayed.attempt().digest());
            Shrinker.Shrunk shrunk = shrunk(ofNow, bench, watchdog);
            Capsule small = shrunk.capsule();
            RunResult run = watchdog.of(
                    () -> bench.run(small.scenario(), small.seed(), new Replay(small.choices())));
            write(ofNow, shrunk, run, bench.diagram(small.scenario(), run, small.claim()));
        } catch (CapsuleException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
        return ExitCode.AS_EXPECTED.number();
    }

    private Shrinker.Shrunk shrunk(Capsule capsule, ScenarioBench bench, Watchdog watchdog)
            throws CapsuleException, HangException {
        Progress.Work work = Progress.Work.runs(runs);
        try (Progress progress =
                quiet ? Progress.silent(main.console()) : Progress.of(work, main.console())) {
            Shrinker.Listener listener = (run, mostRuns, choices) -> progress.oneDone(false);
            return watchdog.of(() -> new Shrinker(bench, runs, listener).shrink(capsule));
        }
    }

    private void write(Capsule before, Shrinker.Shrunk shrunk, RunResult run, String diagram)
            throws InputException {
        Capsule small = shrunk.capsule();
        String name = CapsuleFiles.name(file) + ".min";
        Path json = place(name + ".json");
        Path yaml = place(name + ".yaml");
        Path page = place(name + ".md");
        CapsuleFiles.write(json, small);
        CapsuleFiles.write(yaml, shrunk.file());
        CapsuleFiles.write(page, page(small, shrunk.file(), json, yaml, run, diagram));
        main.console()
                .out()
                .print(file + ": " + small.claim() + " with " + small.choices().size()
                        + " choices instead of " + before.choices().size() + ", at event "
                        + small.event() + " instead of " + before.event() + ", after "
                        + shrunk.runs() + " runs"
                        + (shrunk.inOrderOfTime() ? "; it needs no schedule at all" : "")
                        + "\nwrote " + json + "\nwrote " + yaml + "\nwrote " + page + '\n');
    }

    private Path place(String name) {
        return out == null ? file.resolveSibling(name) : out.resolve(name);
    }

    /** In order of time links take as long as they take, so events may have other numbers. */
    private static String page(
            Capsule small, String scenario, Path json, Path yaml, RunResult run, String diagram) {
        return "# " + run.scenario() + ": " + small.claim() + "\n\n"
                + "At event " + small.event() + " of\n\n"
                + "```sh\n./sonde replay " + json + "\n```\n\n"
                + "```mermaid\n" + diagram + "```\n\n"
                + "As a scenario, with which `./sonde run " + yaml
                + "` violates the claim too, at an"
                + " event that may have another number:\n\n"
                + "```yaml\n" + scenario + "```\n";
    }
}
