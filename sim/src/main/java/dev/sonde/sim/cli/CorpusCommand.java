package dev.sonde.sim.cli;

import dev.sonde.sim.broken.BrokenLobbies;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.report.CorpusCell;
import dev.sonde.sim.report.CorpusFailure;
import dev.sonde.sim.report.CorpusTable;
import dev.sonde.sim.report.OutputFile;
import dev.sonde.sim.scenario.NearestWord;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code sonde corpus FILE…}: how soon each strategy finds each race of the corpus. */
@Command(
        name = "corpus",
        description = {
            "Measure how soon each strategy finds each broken lobby of the race corpus, by its"
                    + " row's claim, from neutral scenarios and with no hint.",
            "",
            "Writes race-corpus.csv, race-corpus-shrunk.csv and race-corpus.md into a folder, after"
                    + " each row; what is there of other rows and strategies is kept."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde corpus scenarios/smoke/neutral-*.yaml --out docs",
            "  sonde corpus scenarios/smoke/neutral-*.yaml --rows no-timer,check-then-act",
            "",
            "Exit codes: 0 every row was found by some strategy; 1 one was not; 2 the input is",
            "wrong; 70 an error in sonde; 130 interrupted, finished rows are written."
        })
final class CorpusCommand implements Callable<Integer> {

    /** An exhaustive search is for one small world, not for many. */
    static final List<String> STRATEGIES = Strategies.names().stream()
            .filter(name -> !name.equals("exhaustive"))
            .toList();

    private final Main main;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Neutral scenarios, searched by turns.")
    private List<Path> files = List.of();

    @Option(
            names = "--rows",
            paramLabel = "NAME",
            split = ",",
            description = "Broken lobbies; without it, all that have a row in the corpus.")
    private List<String> rows = List.of();

    @Option(
            names = "--strategies",
            paramLabel = "NAME",
            split = ",",
            description = "Strategies; without it, all.")
    private List<String> strategies = STRATEGIES;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Searches for each row and strategy (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--cap",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Schedules of a search, at most (${DEFAULT-VALUE}).")
    private long cap;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "2",
            description = "Searches at a time (${DEFAULT-VALUE}); results do not depend on it.")
    private int jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder to write to.")
    private Path out = Path.of(".");

    CorpusCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        check("strategy", strategies, STRATEGIES);
        check("broken lobby", rows, BrokenLobbies.names());
        if (seeds < 1 || cap < 1 || jobs < 1) {
            throw new InputException("--seeds, --cap and --jobs must be 1 or more");
        }
        CorpusTable table = new CorpusTable(STRATEGIES);
        Path csv = out.resolve("race-corpus.csv");
        Path shrunk = out.resolve("race-corpus-shrunk.csv");
        read(csv, table::read);
        read(shrunk, table::readFailures);
        ExitCode code = ExitCode.AS_EXPECTED;
        for (BrokenLobbies.Entry entry : entries()) {
            if (main.interruption().isInterrupted()) {
                return ExitCode.INTERRUPTED.number();
            }
            boolean found = false;
            List<Workbench.Experiment> scenarios = scenarios(entry);
            for (CorpusCell cell : measured(entry, scenarios)) {
                table.put(cell);
                main.console().out().println(cell);
                found |= cell.isFound();
            }
            CorpusFailure failure = found ? smallest(entry, scenarios) : null;
            if (failure != null) {
                table.put(failure);
                main.console().out().println(failure);
            }
            main.console().out().flush();
            write(shrunk, table.failuresCsv());
            write(csv, table.csv());
            write(out.resolve("race-corpus.md"), table.markdown());
            code = found ? code : code.or(ExitCode.NOT_AS_EXPECTED);
        }
        return code.number();
    }

    private static void check(String kind, List<String> given, List<String> known)
            throws InputException {
        for (String word : given) {
            if (!known.contains(word)) {
                throw new InputException("no " + kind + " is called '" + word + "'; "
                        + NearestWord.help(word, known));
            }
        }
    }

    private List<BrokenLobbies.Entry> entries() {
        return BrokenLobbies.all().stream()
                .filter(entry -> rows.isEmpty() ? entry.row() > 0 : rows.contains(entry.name()))
                .toList();
    }

    private List<Workbench.Experiment> scenarios(BrokenLobbies.Entry entry) throws InputException {
        List<Workbench.Experiment> scenarios = new ArrayList<>();
        for (Path file : files) {
            scenarios.add(main.workbench().load(file, entry.name()));
        }
        return scenarios;
    }

    private @Nullable CorpusFailure smallest(
            BrokenLobbies.Entry entry, List<Workbench.Experiment> scenarios) throws InputException {
        Path folder = files.get(0).getParent();
        return SmallestFailure.of(
                entry.name(),
                entry.claims(),
                scenarios,
                folder == null ? Path.of("") : folder,
                cap);
    }

    private List<CorpusCell> measured(
            BrokenLobbies.Entry entry, List<Workbench.Experiment> scenarios) {
        List<CorpusCell> cells = new ArrayList<>();
        try (Searches searches = new Searches(scenarios, entry.claims(), seeds, cap, jobs)) {
            for (String strategy : strategies) {
                Searches.Median median = searches.median(strategy);
                cells.add(new CorpusCell(
                        entry.row(),
                        entry.name(),
                        String.join("+", entry.claims()),
                        strategy,
                        seeds,
                        cap,
                        median.schedules(),
                        median.millis()));
            }
        }
        return cells;
    }

    private static void read(Path csv, Consumer<String> reader) throws InputException {
        if (!Files.exists(csv)) {
            return;
        }
        try {
            reader.accept(Files.readString(csv));
        } catch (IOException e) {
            throw InputException.of(e);
        } catch (IllegalArgumentException e) {
            throw new InputException(csv + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) throws InputException {
        try (OutputFile output = OutputFile.replacing(file)) {
            output.writer().write(text);
            output.commit();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
