package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each broken file prints exactly what stands beside it: file, line, column, the word, and help.
 * With {@code -Dsonde.rewrite=true} that is written anew; read it before you keep it.
 */
final class BrokenScenariosTest {

    private static final Path FOLDER = Path.of(System.getProperty("sonde.root", ".."))
            .resolve("sim/src/test/resources/broken-scenarios");

    @TestFactory
    Stream<DynamicTest> eachSaysWhereWhatAndHow() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(10);
        return files.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        RealSession run = RealSession.sonde("run", file);
        RealSession validate = RealSession.sonde("validate", file);
        String said = run.err().replace(file.toString(), name(file));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(said).matches("(?s)\\Q" + name(file) + "\\E:\\d+:\\d+: .+\n");
        assertThat(validate.code()).isEqualTo(2);
        assertThat(validate.err()).isEqualTo(run.err());
        Path expected = file.resolveSibling(name(file).replace(".yaml", ".txt"));
        if (Boolean.getBoolean("sonde.rewrite")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
