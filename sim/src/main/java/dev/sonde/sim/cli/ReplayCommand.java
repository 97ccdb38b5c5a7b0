package dev.sonde.sim.cli;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Replay;
import dev.sonde.sim.explore.Replayed;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.ScenarioBench;
import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;
import dev.sonde.sim.trace.TraceJson;
import dev.sonde.sim.trace.TraceText;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code sonde replay CAPSULE}. */
@Command(
        name = "replay",
        description = "Run a capsule again, and say whether the same claim is violated at the same"
                + " event.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde replay capsules/two-people-BothReady-17.json",
            "  sonde replay failure.json --until 24",
            "  sonde replay failure.json --trace failure.trace",
            "  sonde replay failure.json --under-test sonde",
            "",
            "Exit codes: 0 reproduced; 1 another outcome, or what is under test hangs; 2 the",
            "input is wrong; 4 stale: the capsule does not fit what is under test any more."
        })
final class ReplayCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(paramLabel = "CAPSULE", description = "A file that `explore` or `gate` wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "EVENT",
            description = "Also print what happened, step by step, up to this event.")
    private @Nullable Long until;

    @Option(
            names = "--trace",
            paramLabel = "OUT",
            description = "Write what happened, step by step, as text; as JSON Lines if the name"
                    + " ends in .jsonl.")
    private @Nullable Path trace;

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    ReplayCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, HangException {
        if (until != null) {
            Counts.atLeast("--until", 1, until);
        }
        Capsule capsule = CapsuleFiles.read(file);
        ScenarioBench bench = tested.bench(file);
        Watchdog watchdog = new Watchdog(bench, file);
        String version = CapsuleFiles.version();
        try {
            Replayed replayed = watchdog.of(() -> Replayed.of(capsule, bench, version));
            if (until != null || trace != null) {
                show(watchdog.of(() -> bench.run(
                        capsule.scenario(), capsule.seed(), new Replay(capsule.choices()))));
            }
            main.console().out().print(file + ": " + replayed.words() + '\n');
            return code(replayed).number();
        } catch (CapsuleException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    static ExitCode code(Replayed replayed) {
        return switch (replayed.outcome()) {
            case REPRODUCED -> ExitCode.AS_EXPECTED;
            case ANOTHER -> ExitCode.NOT_AS_EXPECTED;
            case STALE -> ExitCode.STALE;
        };
    }

    private void show(RunResult run) throws IOException {
        Trace steps = run.trace();
        if (until != null) {
            for (TraceEntry entry : steps.entries()) {
                if (entry.event() <= until) {
                    main.console().out().print(TraceText.line(entry, steps.lexicon()) + '\n');
                }
            }
        }
        if (trace != null) {
            try (OutputFile out = OutputFile.replacing(trace)) {
                if (trace.toString().endsWith(".jsonl")) {
                    TraceJson.write(steps, out.writer());
                } else {
                    TraceText.write(steps, run.scenario(), run.seed(), out.writer());
                }
                out.commit();
            }
        }
    }
}
