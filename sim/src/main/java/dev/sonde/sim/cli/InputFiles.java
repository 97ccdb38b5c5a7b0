package dev.sonde.sim.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says in words why a file cannot be read. */
final class InputFiles {

    private InputFiles() {}

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
