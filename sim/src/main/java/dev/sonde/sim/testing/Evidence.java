package dev.sonde.sim.testing;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleJson;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioWriter;
import dev.sonde.sim.trace.TraceText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is kept of a run that failed, and how to see it again. */
final class Evidence {

    private Evidence() {}

    /**
     * Writes the trace, and the scenario unless it stands in a file already.
     *
     * @return lines for the end of a message, beginning with a line break
     */
    static String write(Bench bench, ScenarioRun run, @Nullable Path file, Path out) {
        Scenario scenario = run.scenario();
        String name = plain(scenario.name()) + "-seed-" + run.seed();
        List<String> lines = new ArrayList<>(List.of(""));
        try {
            Files.createDirectories(out);
            Path trace = absolute(out.resolve(name + ".trace"));
            RunResult again = bench.traced(run.seed());
            try (Writer writer = Files.newBufferedWriter(trace)) {
                TraceText.write(again.trace(), again.scenario(), again.seed(), writer);
            }
            Path shown = absolute(file == null ? out.resolve(name + ".yaml") : file);
            if (file == null) {
                Files.writeString(shown, ScenarioWriter.write(scenario));
            }
            lines.add("under test: " + scenario.lobby().underTest());
            lines.add("scenario:   " + shown);
            lines.add("trace:      " + trace);
            lines.add("again:      " + command(scenario, shown, file != null));
            if (again.trace().digest() != run.result().trace().digest()) {
                lines.add("Run again, other things happened: what is under test is not the same"
                        + " for the same inputs (hash order, clock, chance?).");
            }
        } catch (IOException e) {
            lines.add("No evidence could be written to " + out + ": " + e);
        }
        return String.join("\n", lines);
    }

    /**
     * Writes a capsule.
     *
     * @return lines for the end of a message, beginning with a line break
     */
    static String write(Bench bench, Capsule capsule) {
        Scenario scenario = bench.scenario();
        String name = scenario.name() + "-" + capsule.claim() + "-" + capsule.seed();
        Path file = absolute(bench.out().resolve(plain(name) + ".json"));
        String command = command(scenario, List.of("./sonde", "replay", file.toString()));
        try {
            Files.createDirectories(bench.out());
            Files.writeString(file, CapsuleJson.write(capsule, command));
        } catch (IOException e) {
            return "\nNo evidence could be written to " + bench.out() + ": " + e;
        }
        return String.join(
                "\n",
                "",
                "under test: " + scenario.lobby().underTest(),
                "capsule:    " + file,
                "again:      " + command);
    }

    private static String command(Scenario scenario, Path file, boolean isOriginal) {
        List<String> words = new ArrayList<>(List.of("./sonde", "run", file.toString()));
        if (isOriginal) {
            words.addAll(List.of("--seed", Long.toString(scenario.seed())));
            words.addAll(List.of("--under-test", scenario.lobby().underTest()));
        }
        return command(scenario, words);
    }

    private static String command(Scenario scenario, List<String> verb) {
        List<String> words = new ArrayList<>(verb);
        List<Path> classes = UsersClasses.of(scenario);
        if (!classes.isEmpty()) {
            words.add("--cp");
            words.add(classes.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(java.io.File.pathSeparator)));
        }
        return words.stream().map(Evidence::quoted).collect(Collectors.joining(" "));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:=,+@%-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A name that every file system takes. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
