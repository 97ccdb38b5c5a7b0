package dev.sonde.sim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a gate looks at: the files below a folder, by what the folders state.
 *
 * @param violates scenarios that broken lobbies must violate: is the bench still able to see?
 * @param regression scenarios of failures that were mended
 * @param capsules the same, as capsules
 * @param smoke small scenarios that hold; these are explored too
 * @param research large scenarios that hold
 */
record GateFiles(
        List<Path> violates,
        List<Path> regression,
        List<Path> capsules,
        List<Path> smoke,
        List<Path> research) {

    /** @throws InputException if the folder cannot be read, or holds nothing to judge */
    static GateFiles below(Path folder) throws InputException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": there is no such folder; name the one with smoke/,"
                    + " regression/ and violates/ in it");
        }
        GateFiles files = new GateFiles(
                in(folder.resolve("violates"), ".yaml"),
                in(folder.resolve("regression"), ".yaml"),
                in(folder.resolve("regression"), ".json"),
                in(folder.resolve("smoke"), ".yaml"),
                in(folder.resolve("research"), ".yaml"));
        if (files.regression.isEmpty() && files.smoke.isEmpty() && files.research.isEmpty()) {
            throw new InputException(folder + ": there is no scenario in smoke/, regression/ or"
                    + " research/; a gate without anything to judge would always be green");
        }
        return files;
    }

    private static List<Path> in(Path folder, String suffix) throws InputException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
