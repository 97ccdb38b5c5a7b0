package dev.sonde.sim;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.pack.PackException;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.Pulse;
import dev.sonde.sim.pack.RunWish;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.ScenarioException;
import dev.sonde.sim.trace.TraceText;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs scenario files and says the digest of each: in this JVM as a call, in another one as
 * {@code Digests FOLDER FILE…}, which also leaves each trace in the folder.
 */
final class Digests {

    private Digests() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        boolean recordsTrace = args.length == 2;
        for (String file : List.of(args).subList(1, args.length)) {
            RunResult run = run(Path.of(file), recordsTrace);
            if (recordsTrace) {
                Path trace = folder.resolve(Path.of(file).getFileName() + ".trace");
                try (BufferedWriter writer = Files.newBufferedWriter(trace)) {
                    TraceText.write(run.trace(), run.scenario(), run.seed(), writer);
                }
            }
            out.println(file + " " + TraceText.hex(run.trace().digest()));
        }
        out.flush();
    }

    /** File to digest, in the order of the files. */
    static Map<String, String> of(List<Path> files) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Path file : files) {
            digests.put(file.toString(), TraceText.hex(run(file, false).trace().digest()));
        }
        return digests;
    }

    static RunResult run(Path file, boolean recordsTrace) {
        try {
            Packs packs = Packs.ON_CLASS_PATH;
            Scenario scenario = packs.reader().read(file);
            RunWish wish = new RunWish(scenario.seed(), recordsTrace);
            return packs.prepared(scenario).run(wish, new Pulse());
        } catch (ScenarioException | PackException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /**
     * Starts {@code java} with these flags on these files.
     *
     * @param folder takes the trace, if there is one file only
     */
    static Map<String, String> elsewhere(
            Path java, List<String> flags, Path folder, List<Path> files)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Digests.class.getName(),
                folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + code + "\n"
                    + Files.readString(err));
        }
        Map<String, String> digests = new LinkedHashMap<>();
        for (String line : Files.readAllLines(out)) {
            int space = line.lastIndexOf(' ');
            digests.put(line.substring(0, space), line.substring(space + 1));
        }
        return digests;
    }
}
