package dev.sonde.sim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a gate looks at: the files below a folder, by what the folders state. A folder in it that
 * has such folders of its own is that of a protocol pack, and is looked at in the same way.
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

    private static final List<String> STATING =
            List.of("violates", "regression", "smoke", "research");

    /**
     * Looks for them.
     *
     * @param withPacks false to leave out the folders of packs
     * @throws InputException if the folder cannot be read, or holds nothing to judge
     */
    static GateFiles below(Path folder, boolean withPacks) throws InputException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": there is no such folder; name the one with smoke/,"
                    + " regression/ and violates/ in it");
        }
        List<Path> roots = withPacks ? roots(folder) : List.of(folder);
        GateFiles files = new GateFiles(
                in(roots, "violates", ".yaml"),
                in(roots, "regression", ".yaml"),
                in(roots, "regression", ".json"),
                in(roots, "smoke", ".yaml"),
                in(roots, "research", ".yaml"));
        if (files.regression.isEmpty() && files.smoke.isEmpty() && files.research.isEmpty()) {
            throw new InputException(folder + ": there is no scenario in smoke/, regression/ or"
                    + " research/; a gate without anything to judge would always be green");
        }
        return files;
    }

    /** The folder itself, then those of packs. */
    private static List<Path> roots(Path folder) throws InputException {
        List<Path> roots = new ArrayList<>();
        roots.add(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            inside.sorted()
                    .filter(pack -> STATING.stream()
                            .anyMatch(name -> Files.isDirectory(pack.resolve(name))))
                    .forEach(roots::add);
        } catch (IOException e) {
            throw InputException.of(e);
        }
        return roots;
    }

    private static List<Path> in(List<Path> roots, String name, String suffix)
            throws InputException {
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            all.addAll(in(root.resolve(name), suffix));
        }
        return all;
    }

    private static List<Path> in(Path folder, String suffix) throws InputException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InputException.of(e);
        }
    }
}
