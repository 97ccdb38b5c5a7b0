package dev.sonde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class TidySourcesTest {

    /** Surefire names the project's folder; an IDE starts tests in the module's. */
    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));

    @Test
    void sourcesAreTidy() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).as("sources seen").hasSizeGreaterThan(60);

        List<String> complaints = new ArrayList<>();
        for (Path source : sources) {
            String path = ROOT.relativize(source).toString().replace('\\', '/');
            complaints.addAll(Tidy.complaints(path, Files.readAllLines(source)));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void untidySourceIsFound() {
        List<String> lines = new ArrayList<>(Collections.nCopies(351, ""));
        lines.set(0, "x".repeat(101));
        lines.set(1, "\tint a;");
        lines.set(2, "// TO" + "DO: later");
        lines.set(3, "import " + "x".repeat(101) + ";");

        assertThat(Tidy.complaints("core/src/main/java/A.java", lines))
                .containsExactly(
                        "core/src/main/java/A.java:1: 101 columns, at most 100",
                        "core/src/main/java/A.java:2: a tab",
                        "core/src/main/java/A.java:3: unfinished: do it or drop it",
                        "core/src/main/java/A.java: 351 lines, at most 350");
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("core", "sim", "bench")) {
            Path folder = ROOT.resolve(module).resolve("src");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
