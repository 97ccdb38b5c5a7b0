package dev.sonde.bench.table;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures all studies, and writes the page of results. */
@Command(
        name = "results",
        description = "The whole table and the plots, written as a page.",
        mixinStandardHelpOptions = true)
final class ResultsCommand implements Callable<Integer> {

    @Option(names = "--short", description = "Half the time for each, without the largest sizes.")
    private boolean isShort;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "Some studies, by the beginnings of their ids.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "What the page says. Without it: today.")
    private LocalDate date = LocalDate.now(ZoneOffset.UTC);

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "docs/results",
            description = "Where the page is written. Without it: docs/results.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        Measuring measuring = new Measuring(System.err::println);
        Studies studies = new Studies(Path.of("").toAbsolutePath());
        List<Measured> all = new ArrayList<>();
        for (Study study : isShort ? studies.quick() : studies.all()) {
            if (only.isEmpty() || only.stream().anyMatch(study.id()::startsWith)) {
                all.add(measuring.measure(isShort ? study.shorter() : study));
            }
        }
        String command = "bench/run results" + (isShort ? " --short" : "")
                + (only.isEmpty() ? "" : " --only " + String.join(",", only));
        Machine machine = Machine.here(all);
        Page page = new Page(all, machine, date, command, System.nanoTime() - begun);
        page.write(out);
        System.out.println(page.text());
        return 0;
    }
}
