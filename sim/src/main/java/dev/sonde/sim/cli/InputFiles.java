package dev.sonde.sim.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in words why a file cannot be read. */
final class InputFiles {

    private InputFiles() {}

    /** The folders and jars of a class path; none of an empty one. */
    static List<Path> classPath(String text) {
        return Stream.of(text.split(Pattern.quote(File.pathSeparator)))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .toList();
    }

    /**
     * Looks at a file before somebody opens it.
     *
     * @throws InputException if it is missing, a folder, or may not be read
     */
    static void check(Path file) throws InputException {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a folder; name a file in it");
        }
        if (!Files.isReadable(file)) {
            throw new InputException(file + ": no permission to read it");
        }
    }
}
