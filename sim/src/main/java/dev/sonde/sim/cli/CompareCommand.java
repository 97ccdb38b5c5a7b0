package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.report.StudyText;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Setting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code sonde compare A B}: scenarios on the same people and paths. */
@Command(
        name = "compare",
        description = {
            "Run two scenarios or more with the same seeds, and say how each differs from the"
                    + " first one, with intervals of the paired differences.",
            "",
            "People of the same ids are the same people in all of them, with the same paths."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde compare fifo.yaml latency-fifo.yaml --seeds 100",
            "  sonde compare before.yaml after.yaml --out rows.csv",
            "",
            "Exit codes: 0 all runs held; 1 a claim is violated in one, or what is under test",
            "hangs; 2 the input is wrong, or the rows cannot be written; 3 a run is inconclusive;",
            "70 an error in sonde; 130 interrupted, finished rows are written."
        })
final class CompareCommand implements Callable<Integer> {

    private final Main main;

    @Parameters(arity = "2..*", paramLabel = "FILE", description = "Scenarios.")
    private List<Path> files = List.of();

    @Mixin
    private StudyOptions options = new StudyOptions();

    CompareCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, IOException, HangException {
        Workbench bench = main.workbench().testing(options.tested.found());
        List<Workbench.Experiment> experiments = new ArrayList<>();
        for (Path file : files) {
            experiments.add(bench.load(file, options.tested.name()));
        }
        List<Metric> metrics = StudyWords.metrics(experiments);
        List<String> shown = options.metrics(metrics);
        List<Setting> settings = names(experiments).stream()
                .map(name -> new Setting(name, List.of()))
                .toList();
        Design design =
                new Design(Version.number(), List.of(), settings, StudyWords.measures(metrics));
        Study.Subject subject = new Study.Subject(
                String.join(" against ", names(experiments)),
                experiments.get(0).description(),
                design,
                experiments,
                experiments.get(0).goals());
        try (StudyReport report = StudyReport.open(options)) {
            Study.Printer printer = findings -> {
                main.print(new StudyText(findings, main.style()).differences(shown));
                report.write(findings);
            };
            return new Study(main, options, subject, printer).run().number();
        }
    }

    /** The scenarios' own names where these tell them apart, else those of their files. */
    private List<String> names(List<Workbench.Experiment> experiments) throws InputException {
        List<String> own = experiments.stream().map(Workbench.Experiment::name).toList();
        Set<String> different = new LinkedHashSet<>(own);
        if (different.size() == own.size()) {
            return own;
        }
        List<String> paths = files.stream().map(Path::toString).toList();
        if (new LinkedHashSet<>(paths).size() < paths.size()) {
            throw new InputException("a scenario is named twice; there is nothing to compare");
        }
        return paths;
    }
}
