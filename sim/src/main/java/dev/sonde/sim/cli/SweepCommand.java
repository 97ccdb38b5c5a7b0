package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.report.StudyText;
import dev.sonde.sim.study.Design;
import dev.sonde.sim.study.Goal;
import dev.sonde.sim.study.Grid;
import dev.sonde.sim.study.Setting;
import dev.sonde.sim.study.StudyException;
import dev.sonde.sim.study.Vary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code sonde sweep FILE --vary …}: a scenario over a grid of settings. */
@Command(
        name = "sweep",
        description = {
            "Run a scenario with all combinations of some values and many seeds: each metric's mean"
                    + " with its interval, and the setting that the file's goals recommend.",
            "",
            "The same seed has the same people and paths in every setting."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  sonde sweep scenarios/research/us-eu.yaml \\",
            "    --vary lobby.matchmaker.max-p2p-rtt=50ms..300ms/25ms --seeds 200",
            "  sonde sweep mine.yaml --vary lobby.probe.results=first,both \\",
            "    --vary people.all.arrivals='poisson 1/s,poisson 2/s' --out rows.csv.gz",
            "  sonde sweep mine.yaml --vary lobby.waiting.time=60s,120s \\",
            "    --width share.matched=1%% --seeds 1000",
            "  sonde sweep mine.yaml --vary … --shard 1/4 --out part-1.csv",
            "",
            "Exit codes: 0 all runs held; 1 a claim is violated in one, or what is under test",
            "hangs; 2 the input is wrong, or the rows cannot be written; 3 a run is inconclusive;",
            "70 an error in sonde; 130 interrupted, finished rows are written."
        })
final class SweepCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 5;
    private static final List<String> SHOWN = List.of(
            "share.matched",
            "time-to-match.p50",
            "time-to-match.p95",
            "matched-rtt.p90",
            "probes.per-match");

    private final Main main;

    @Parameters(paramLabel = "FILE", description = "The scenario.")
    private Path file = Path.of("");

    @Option(
            names = "--vary",
            paramLabel = "KEY=VALUES",
            description =
                    "A key by its path, with values from..to/step or a,b,c. May be given again:"
                            + " then all combinations run.")
    private List<String> varied = List.of();

    @Mixin
    private StudyOptions options = new StudyOptions();

    SweepCommand(Main main) {
        this.main = main;
    }

    @Override
    public Integer call() throws InputException, IOException, HangException {
        Workbench bench = main.workbench().testing(options.tested.found());
        Workbench.Experiment base = bench.load(file, options.tested.name());
        List<Vary> keys = keys();
        List<Setting> settings = settings(base.name(), keys);
        List<Workbench.Experiment> experiments = new ArrayList<>();
        for (Setting setting : settings) {
            Map<String, String> changes = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                changes.put(keys.get(i).key(), setting.values().get(i));
            }
            experiments.add(changes.isEmpty() ? base : base.with(changes));
        }
        List<Metric> metrics = StudyWords.metrics(experiments);
        List<String> shown = shown(base.goals(), metrics);
        Design design = new Design(
                Version.number(),
                keys.stream().map(Vary::key).toList(),
                settings,
                StudyWords.measures(metrics));
        Study.Subject subject = new Study.Subject(
                base.name(), base.description(), design, experiments, base.goals());
        try (StudyReport report = StudyReport.open(options)) {
            Study.Printer printer = findings -> {
                main.print(new StudyText(findings, main.style()).settings(shown));
                report.write(findings);
            };
            return new Study(main, options, subject, printer).run().number();
        }
    }

    private List<Vary> keys() throws InputException {
        try {
            List<Vary> keys = new ArrayList<>();
            for (String text : varied) {
                keys.add(Vary.parse(text));
            }
            return keys;
        } catch (StudyException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Setting> settings(String scenario, List<Vary> keys) throws InputException {
        try {
            return Grid.settings(scenario, keys);
        } catch (StudyException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> shown(List<Goal> goals, List<Metric> metrics) throws InputException {
        List<String> asked = options.metrics(metrics);
        if (!asked.isEmpty()) {
            return asked;
        }
        Set<String> shown = new LinkedHashSet<>();
        goals.forEach(goal -> shown.add(goal.metric()));
        shown.addAll(SHOWN);
        return shown.stream().limit(MOST_SHOWN).toList();
    }
}
