package dev.sonde.sim.cli;

import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.report.GateReport;
import dev.sonde.sim.report.JUnitXml;
import dev.sonde.sim.report.OutputFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code sonde gate}. */
@Command(
        name = "gate",
        description = {
            "Judge a coordinator before it goes on: the corpus of known failures, the scenarios,"
                    + " then exploration of the small ones for as long as the budget lasts.",
            "",
            "Writes junit.xml and the capsules of new failures into a folder."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde gate --budget 60s --out gate",
            "  sonde gate --seed $(git rev-parse HEAD)",
            "  sonde gate my-scenarios --quarantine known-failures.txt",
            "",
            "A quarantine file has lines: FILE CLAIM REASON (the claim is - where none is",
            "violated).",
            "",
            "Exit codes: 0 green; 1 a claim is violated, an expectation missed, or a label never",
            "reached; 2 the input is wrong; 3 inconclusive; 4 a stale capsule; 70 an error in",
            "sonde; 130 interrupted, what was finished is written."
        })
final class GateCommand implements Callable<Integer> {

    private static final int HEX = 16;

    /** Digits of a commit's hash that go into a seed. */
    private static final int DIGITS = 15;

    private final Main main;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "scenarios",
            description = "The folder with smoke/, research/, regression/ and violates/"
                    + " (${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to explore (${DEFAULT-VALUE}); all the rest takes at most a"
                    + " minute more.")
    private String budget = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where schedules begin: a number, or the hash of a commit, so that each"
                    + " commit tries others.")
    private String seed = "";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Use so many threads, not one for each core.")
    private @Nullable Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "gate",
            description = "Where junit.xml and capsules are written (${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            description = "Failures that are known and accepted for now.")
    private @Nullable Path quarantine;

    @Mixin
    private final TestedOptions tested = new TestedOptions();

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    GateCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        Quarantine known = Quarantine.read(quarantine);
        Gate.Settings settings = new Gate.Settings(
                tested,
                Counts.nanos("--budget", budget),
                seed(seed),
                Counts.jobs(jobs),
                out,
                known,
                !quiet);
        // What is tested instead of the files' own speaks the protocol of the folder itself.
        GateFiles files = GateFiles.below(folder, tested.name() == null);
        makeFolder();
        Gate gate = new Gate(main, settings);
        ExitCode code = gate.run(files);
        Path junit = out.resolve("junit.xml");
        write(junit, gate.suites());
        print(gate, known, junit, code);
        return code.number();
    }

    /**
     * A number as it is; of a hash, its first digits.
     *
     * @throws InputException if it is neither
     */
    static long seed(String text) throws InputException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            if (!text.matches("[0-9a-fA-F]{7,64}")) {
                throw new InputException(
                        "--seed " + text + " is neither a whole number nor the hash of a commit",
                        e);
            }
            String digits = text.substring(0, Math.min(DIGITS, text.length()));
            // Mixed, so that seeds of two commits do not overlap; halved, so that adding is safe.
            return Mix.mix(Long.parseLong(digits, HEX)) >>> 2;
        }
    }

    private void makeFolder() throws InputException {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private static void write(Path file, List<JUnitXml.Suite> suites) throws InputException {
        try (OutputFile output = OutputFile.replacing(file)) {
            JUnitXml.write(suites, output.writer());
            output.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private void print(Gate gate, Quarantine known, Path junit, ExitCode code) {
        GateReport report = new GateReport(
                gate.suites(),
                gate.schedules(),
                gate.missing(),
                gate.exempt(),
                gate.wronglyExempt(),
                gate.declaredLabels(),
                Gate.ENOUGH_SCHEDULES,
                known.unused(),
                junit.toString(),
                code == ExitCode.AS_EXPECTED);
        for (String line : report.lines(main.console().style(main.colourForbidden()))) {
            main.console().out().print(line + '\n');
        }
        if ("true".equals(System.getenv("GITHUB_ACTIONS"))) {
            report.annotations().forEach(line -> main.console().out().print(line + '\n'));
        }
        main.console().out().flush();
    }
}
