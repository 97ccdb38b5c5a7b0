package dev.sonde.sim.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the parts of a study together again. */
public final class Merge {

    private Merge() {}

    /**
     * The runs of all files, in the order of one study that ran at one place.
     *
     * @throws StudyException if a run is missing or comes twice, or the files are of different
     *     studies
     * @throws IOException with a sentence for the user, if a file cannot be read
     */
    public static Results of(List<Path> files) throws StudyException, IOException {
        Map<Long, Setting> settings = new TreeMap<>();
        Map<Long, Run> runs = new TreeMap<>();
        Map<Long, Path> places = new LinkedHashMap<>();
        Design design = null;
        for (Path file : files) {
            Results part = TidyReader.read(file);
            if (part.count() == 0) {
                continue;
            }
            design = design == null ? part.design() : same(design, part.design(), file);
            for (int i = 0; i < part.design().settings().size(); i++) {
                for (Run run : part.runs(i)) {
                    Path other = places.putIfAbsent(run.number(), file);
                    if (other != null) {
                        throw new StudyException("run " + run.number() + " is in " + other
                                + " and in " + file + "; give each shard once");
                    }
                    settings.put(run.number(), part.design().settings().get(i));
                    runs.put(run.number(), run);
                }
            }
        }
        if (design == null) {
            throw new StudyException("these files have no finished runs");
        }
        long expected = 1;
        for (long number : runs.keySet()) {
            if (number != expected) {
                throw new StudyException("run " + expected
                        + " is in none of these files; give all shards, each finished");
            }
            expected++;
        }
        return results(design, settings, runs);
    }

    private static Design same(Design design, Design other, Path file) throws StudyException {
        if (!design.keys().equals(other.keys())) {
            throw new StudyException(file + " varies " + other.keys() + ", but the files before it "
                    + design.keys() + ": they are parts of different studies");
        }
        if (!design.version().equals(other.version())) {
            throw new StudyException(file + " is of version " + other.version()
                    + ", but the files before it of " + design.version()
                    + ": rows of two versions do not go together");
        }
        if (!design.measures().equals(other.measures())) {
            throw new StudyException(file + " has other metrics than the files before it");
        }
        return design;
    }

    private static Results results(
            Design design, Map<Long, Setting> settings, Map<Long, Run> runs) {
        Map<Setting, Integer> places = new LinkedHashMap<>();
        List<Run> all = new ArrayList<>();
        for (Run run : runs.values()) {
            Setting setting = settings.getOrDefault(run.number(), new Setting("", List.of()));
            int place = places.computeIfAbsent(setting, unknown -> places.size());
            all.add(run.at(place));
        }
        return new Results(
                new Design(
                        design.version(),
                        design.keys(),
                        List.copyOf(places.keySet()),
                        design.measures()),
                all);
    }
}
