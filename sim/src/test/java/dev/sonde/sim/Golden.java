package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are expected whole, as files; {@code -Dsonde.rewrite=true} writes them anew. */
public final class Golden {

    private static final Path FOLDER =
            Path.of(System.getProperty("sonde.root"), "sim", "src", "test", "golden");

    private Golden() {}

    /** Holds a text against the file of that name. */
    public static void assertSame(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("sonde.rewrite")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as("against %s", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
