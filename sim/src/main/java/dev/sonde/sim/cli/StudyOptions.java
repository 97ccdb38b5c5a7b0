package dev.sonde.sim.cli;

import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.study.Wish;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code sweep} and {@code compare} can be told. */
final class StudyOptions {

    private static final long DEFAULT_SEEDS = 30;

    @Option(
            names = "--seeds",
            paramLabel = "N|A..B",
            description = "Run each setting with the seeds 1 to N (30), or with those of a range.")
    private @Nullable String seeds;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time; as many as there are cores, if not said.")
    private @Nullable Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "ROWS.csv[.gz]",
            description = "Write one row for each run and metric, as runs finish.")
    @Nullable
    Path out;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description = "Write a report as one HTML file.")
    @Nullable
    Path report;

    @Option(names = "--resume", description = "Go on with the rows that --out has already.")
    boolean resume;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Do the I-th of N parts of the runs only; `sonde merge` joins their rows.")
    private String shard = "1/1";

    @Option(
            names = "--width",
            paramLabel = "METRIC=WIDTH",
            description =
                    "Stop after 30 seeds or more, once the 95 %% interval of this metric's mean is"
                            + " at most that wide in every setting.")
    private List<String> widths = List.of();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            split = ",",
            description = "Show these metrics; the rows always have all of them.")
    private List<String> metrics = List.of();

    @Mixin
    final TestedOptions tested = new TestedOptions();

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** What was typed, but for what changes no number: files to write, jobs. */
    String command() {
        StringBuilder command = new StringBuilder("./sonde");
        if (spec != null) {
            command.append(' ').append(spec.name());
            List<String> words = spec.commandLine().getParseResult().originalArgs();
            for (int i = 0; i < words.size(); i++) {
                if (List.of("--report", "--out", "--jobs").contains(words.get(i))) {
                    i++;
                } else if (!words.get(i).equals(spec.name())) {
                    String word = words.get(i);
                    command.append(' ')
                            .append(word.matches("[-\\w./=%,+:]*") ? word : "'" + word + "'");
                }
            }
        }
        return command.toString();
    }

    Seeds seeds() throws InputException {
        String text = seeds == null ? Long.toString(DEFAULT_SEEDS) : seeds;
        if (text.contains("..")) {
            return Seeds.parse(text);
        }
        try {
            long last = Counts.atLeast("--seeds", 1, Long.parseLong(text));
            return Seeds.parse("1.." + last);
        } catch (NumberFormatException e) {
            throw new InputException(
                    "--seeds " + text + " is no number of seeds; write it as 200 or 1..200", e);
        }
    }

    /**
     * The file of rows.
     *
     * @throws InputException if there is none
     */
    Path outFile() throws InputException {
        if (out == null) {
            throw new InputException("--resume needs --out ROWS.csv, to go on with");
        }
        return out;
    }

    int jobs() throws InputException {
        return Counts.jobs(jobs);
    }

    /** The part and how many there are. */
    int[] shard() throws InputException {
        if (!shard.matches("[0-9]{1,6}/[0-9]{1,6}")) {
            throw new InputException("--shard " + shard + " is no part; write it as 1/4");
        }
        int slash = shard.indexOf('/');
        int part = Integer.parseInt(shard.substring(0, slash));
        int parts = Integer.parseInt(shard.substring(slash + 1));
        if (part < 1 || part > parts) {
            throw new InputException("--shard " + shard + " is none of the parts 1/" + parts
                    + " to " + parts + "/" + parts);
        }
        if (parts > 1 && out == null) {
            throw new InputException("--shard needs --out ROWS.csv, which `sonde merge` joins");
        }
        if (parts > 1 && !widths.isEmpty()) {
            throw new InputException("--shard and --width exclude each other: one part of the"
                    + " runs does not know the interval");
        }
        return new int[] {part, parts};
    }

    List<Wish> wishes(List<Metric> known) throws InputException {
        List<Wish> wishes = new ArrayList<>();
        for (String width : widths) {
            wishes.add(StudyWords.wish(width, known));
        }
        return wishes;
    }

    /** The metrics to show, once they were found to be known; empty if not said. */
    List<String> metrics() {
        return metrics;
    }

    /**
     * The metrics to show; empty if not said.
     *
     * @throws InputException if one of them is none
     */
    List<String> metrics(List<Metric> known) throws InputException {
        for (String name : metrics) {
            StudyWords.metric("--metric", name, known);
        }
        return metrics;
    }
}
