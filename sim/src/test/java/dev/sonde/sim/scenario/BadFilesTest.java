package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each file in {@code bad-files.txt} gives exactly the problems that stand below it. With
 * {@code -Dsonde.rewrite=true} the problems are written anew; read them before you keep them.
 */
final class BadFilesTest {

    private static final Path TABLE = Path.of(System.getProperty("sonde.root", ".."))
            .resolve("sim/src/test/resources/dev/sonde/sim/scenario/bad-files.txt");
    private static final String CASE = "=== ";
    private static final String PROBLEMS = "--- problems\n";
    private static final int LEAST = 40;

    private record Bad(String name, String yaml, String problems) {

        String text() {
            return CASE + name + "\n" + yaml + PROBLEMS + problems;
        }
    }

    @TestFactory
    Stream<DynamicTest> problemsAreNamedExactly() throws IOException {
        List<Bad> table = table();
        assertThat(table).hasSizeGreaterThanOrEqualTo(LEAST);
        if (Boolean.getBoolean("sonde.rewrite")) {
            StringBuilder text = new StringBuilder();
            table.forEach(bad ->
                    text.append(new Bad(bad.name(), bad.yaml(), problems(bad.yaml())).text()));
            Files.writeString(TABLE, text);
        }
        return table().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(),
                        () -> assertThat(problems(bad.yaml())).isEqualTo(bad.problems())));
    }

    private static String problems(String yaml) {
        try {
            TestWords.reader().read(yaml, "bad.yaml", Path.of("nowhere"));
            return "none\n";
        } catch (ScenarioException e) {
            return e.getMessage() + "\n";
        }
    }

    private static List<Bad> table() throws IOException {
        List<Bad> table = new ArrayList<>();
        for (String each : Files.readString(TABLE).split("(?m)^" + CASE)) {
            if (!each.isEmpty()) {
                int end = each.indexOf('\n') + 1;
                int problems = each.indexOf(PROBLEMS);
                table.add(new Bad(
                        each.substring(0, end - 1),
                        each.substring(end, problems),
                        each.substring(problems + PROBLEMS.length())));
            }
        }
        return table;
    }
}
