package dev.sonde.sim.testing;

import dev.sonde.sim.scenario.Scenario;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the scenarios that a test names. */
final class Sources {

    /** @param file where it stands, null if it stands in the test itself */
    record Source(Scenario scenario, @Nullable Path file) {}

    private Sources() {}

    /** @throws IllegalArgumentException if there are none, or one is wrong */
    static List<Source> of(String[] values, Class<?> test) {
        List<Source> sources = new ArrayList<>();
        for (String value : values) {
            if (value.indexOf('\n') >= 0) {
                sources.add(new Source(Scenarios.parse(value), null));
            } else {
                add(find(value, test), sources);
            }
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no scenario in " + String.join(", ", values)
                            + "; scenarios are files that end in .yaml or .yml");
        }
        return sources;
    }

    private static void add(Path place, List<Source> sources) {
        if (!Files.isDirectory(place)) {
            sources.add(new Source(Scenarios.read(place), place));
            return;
        }
        try (Stream<Path> below = Files.walk(place)) {
            below.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .forEach(file -> sources.add(new Source(Scenarios.read(file), file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String name, Class<?> test) {
        Path file = Path.of(name);
        if (Files.exists(file)) {
            return file;
        }
        URL resource = test.getResource(name.startsWith("/") ? name : "/" + name);
        if (resource != null && resource.getProtocol().equals("file")) {
            try {
                return Path.of(resource.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(name + " is at " + resource, e);
            }
        }
        throw new IllegalArgumentException("there is no file and no folder '" + name + "' in "
                + Path.of("").toAbsolutePath() + " or on the class path");
    }
}
