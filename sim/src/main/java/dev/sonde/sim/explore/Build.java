package dev.sonde.sim.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which build this is. Digests and capsules are good for one version only. */
public final class Build {

    private Build() {}

    /**
     * The version, as the build wrote it down.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static String version() {
        try (InputStream text = Build.class.getResourceAsStream("version.txt")) {
            if (text == null) {
                throw new IOException("version.txt is missing from the program");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
