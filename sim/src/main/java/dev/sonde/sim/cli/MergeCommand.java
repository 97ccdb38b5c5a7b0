package dev.sonde.sim.cli;

import dev.sonde.sim.study.Advice;
import dev.sonde.sim.study.Findings;
import dev.sonde.sim.study.Merge;
import dev.sonde.sim.study.Results;
import dev.sonde.sim.study.RowsFile;
import dev.sonde.sim.study.Run;
import dev.sonde.sim.study.Setting;
import dev.sonde.sim.study.StudyException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code sonde merge A B … -o ALL}: the shards of a study, as one. */
@Command(
        name = "merge",
        description =
                "Put the rows of all shards of a study together: the same file, byte for byte,"
                        + " as one run of the whole study writes.",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde merge part-1.csv part-2.csv part-3.csv part-4.csv -o all.csv",
            "  sonde merge part-*.csv -o all.csv --report all.html",
            "  sonde sweep mine.yaml --vary … --seeds 200 --out all.csv --resume",
            "      (has nothing left to run, and says what came out)",
            "",
            "Exit codes: 0 done; 2 a run is missing or comes twice, or a file is of another study."
        })
final class MergeCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(arity = "1..*", paramLabel = "ROWS.csv[.gz]", description = "Rows of the shards.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "ALL.csv[.gz]",
            description = "The file to write; must not be there yet.")
    private Path out = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Write a report as one HTML file; goals are not in rows, so not in it.")
    private @Nullable Path report;

    MergeCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException {
        for (Path file : files) {
            InputFiles.check(file);
        }
        try (StudyReport page = StudyReport.open(report, List.of(), command())) {
            Results results = Merge.of(files);
            try (RowsFile rows = RowsFile.create(out, results.design())) {
                for (Run run : results.all()) {
                    rows.add(run);
                }
            }
            page.write(findings(results));
            main.console()
                    .err()
                    .println("sonde: " + results.count() + " runs of "
                            + results.design().settings().size() + " settings are in " + out);
            return ExitCode.AS_EXPECTED.number();
        } catch (StudyException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }

    private String command() {
        return "./sonde merge "
                + String.join(" ", files.stream().map(Path::toString).toList()) + " -o " + out;
    }

    private static Findings findings(Results results) {
        List<Setting> settings = results.design().settings();
        String title = String.join(
                " against ", settings.stream().map(Setting::scenario).distinct().toList());
        return new Findings(
                title,
                "",
                results.count() / settings.size(),
                "",
                results,
                List.of(),
                new Advice.None(""));
    }
}
