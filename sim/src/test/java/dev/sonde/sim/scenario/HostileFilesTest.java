package dev.sonde.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files made to hurt end in a typed error, soon. */
@Timeout(10)
final class HostileFilesTest {

    private static final String START = "sonde: 1\npeople: [{id: ann}]\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> hostileTexts() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n");
        }
        String million = "9".repeat(1_000_000);
        return Stream.of(
                Arguments.of("alias bomb", bomb.toString(), "aliases are not part"),
                Arguments.of("deep lists", "a: " + "[".repeat(100_000), "nested deeper than 32"),
                Arguments.of("deep mappings", "{a: ".repeat(100_000), "nested deeper than 32"),
                Arguments.of("deep blocks", "- ".repeat(100_000), "nested deeper than 32"),
                Arguments.of("deep keys", "? ".repeat(100_000), "nested deeper than 32"),
                Arguments.of(
                        "million digits", START + "seed: " + million, "more than 10000 characters"),
                Arguments.of(
                        "million digits of time",
                        START + "until: " + million + "s",
                        "more than 10000 characters"),
                Arguments.of(
                        "million digits after the point",
                        START + "until: 1." + million + "s",
                        "more than 10000 characters"),
                Arguments.of(
                        "million digits of an id",
                        "sonde: 1\npeople: [{id: " + million + "}]",
                        "more than 10000 characters"),
                Arguments.of("1e999", START + "until: 1e999s", "not a unit of time"),
                Arguments.of("1e999 bare", START + "seed: 1e999", "not a whole number"),
                Arguments.of("NaN", START + "until: .NaN", "not a duration"),
                Arguments.of("infinite", START + "until: .inf", "not a duration"),
                Arguments.of(
                        "NaN%",
                        START + "faults: [{at: 1s, loss-spike: ann, loss: NaN%," + " for: 1s}]",
                        "not a share"),
                Arguments.of("byte order mark", "\uFEFF" + START, "byte order mark"),
                Arguments.of("null character", START + "name: \0", "not valid YAML"),
                Arguments.of("escaped surrogate", START + "name: \"\\ud800\"", ""),
                Arguments.of("many keys", manyKeys(), "unknown key"),
                Arguments.of("many values", "a: [" + "1,".repeat(400_000) + "]", "more than"),
                Arguments.of("two MiB", START + "#".repeat(2 << 20), "larger than 1 MiB"));
    }

    private static String manyKeys() {
        StringBuilder text = new StringBuilder(START);
        for (int i = 0; i < 20_000; i++) {
            text.append("k").append(i).append(": 1\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileTexts")
    void hostileTextEndsInATypedError(String name, String text, String expected) {
        ScenarioException error = catchThrowableOfType(
                ScenarioException.class, () -> TestWords.reader().read(text, "bad.yaml", folder));

        assertThat(error).isNotNull();
        assertThat(error.problems()).hasSizeBetween(1, Reading.MAX_PROBLEMS);
        assertThat(error.problems().get(0).message()).contains(expected);
        assertThat(error).hasMessageContaining(expected);
    }

    @Test
    void bytesThatAreNotUtf8AreShownByLineAndColumn() throws IOException {
        byte[] bytes = (START + "name: \u00e4x").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xC3;
        Path file = Files.write(folder.resolve("latin.yaml"), bytes);

        assertThat(problemOf(file))
                .isEqualTo(file + ":3:8: the byte 0xc3 is not UTF-8\n    save the file as UTF-8");
    }

    @Test
    void whatIsNoRegularFileIsNotOpened() throws Exception {
        Path pipe = folder.resolve("pipe.yaml");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();

        assertThat(problemOf(pipe)).contains("is not a regular file");
        assertThat(problemOf(folder)).contains("is not a regular file");
        assertThat(problemOf(Path.of("/dev/zero"))).contains("is not a regular file");
        assertThat(problemOf(folder.resolve("nobody.yaml"))).contains("there is no such file");
    }

    /** Goal: whatever a scenario names, nothing outside of its folder is read. */
    @Test
    void filesThatAScenarioNamesStayBelowItsFolder() throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.csv"), "0\n");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(inside.resolve("good.csv"), "0,80\n80,0\n");
        Files.createSymbolicLink(inside.resolve("link.csv"), outside);
        Files.createSymbolicLink(inside.resolve("up"), folder);
        new ProcessBuilder("mkfifo", inside.resolve("pipe.csv").toString())
                .start()
                .waitFor();

        assertThat(matrixProblem(inside, "good.csv")).isEmpty();
        assertThat(matrixProblem(inside, "../outside.csv")).contains("leads out of");
        assertThat(matrixProblem(inside, "x/../../outside.csv")).contains("leads out of");
        assertThat(matrixProblem(inside, outside.toString())).contains("leads out of");
        assertThat(matrixProblem(inside, "link.csv")).contains("leads out of");
        assertThat(matrixProblem(inside, "up/outside.csv")).contains("leads out of");
        assertThat(matrixProblem(inside, "pipe.csv")).contains("is not a regular file");
        assertThat(matrixProblem(inside, "nobody.csv")).contains("there is no file");
    }

    @Test
    void linesOfDataFilesAreNamed() throws IOException {
        Files.writeString(folder.resolve("m.csv"), "# RTTs\neu,us\n0, 80\n80, x\n");
        Files.writeString(folder.resolve("narrow.csv"), "0,80\n80\n");
        Files.writeString(folder.resolve("a.csv"), "id,at_ms,profil\np1,5\n");
        Files.writeString(folder.resolve("late.csv"), "id,at_ms,profile\np1,5,dsl\np2,4,nope\n");

        assertThat(matrixProblem(folder, "m.csv"))
                .startsWith("m.csv:4:5: 'x' is not a number of milliseconds\n    80, x\n        ^");
        assertThat(matrixProblem(folder, "narrow.csv"))
                .startsWith("narrow.csv:2:1: 1 numbers in a matrix of 2 rows");
        assertThat(arrivalsProblem("a.csv")).contains("a.csv:1:10", "did you mean 'profile'?");
        assertThat(arrivalsProblem("late.csv"))
                .contains("late.csv:3:4: arrives before the row above it")
                .contains("late.csv:3:6: there is no profile 'nope'");
    }

    private String arrivalsProblem(String csv) {
        return problem(
                "sonde: 1\npeople: [{crowd: {name: far, arrivals: file " + csv + "}}]\n", folder);
    }

    private static String matrixProblem(Path folder, String csv) {
        return problem(START + "network: {rtt-matrix: " + csv + "}\n", folder);
    }

    private static String problem(String text, Path folder) {
        try {
            TestWords.reader().read(text, "s.yaml", folder);
            return "";
        } catch (ScenarioException e) {
            return e.problems().stream()
                    .map(Problem::toString)
                    .toList()
                    .toString()
                    .substring(1);
        }
    }

    private static String problemOf(Path file) {
        try {
            TestWords.reader().read(file);
            return "";
        } catch (ScenarioException e) {
            List<Problem> problems = e.problems();
            return problems.get(0).toString();
        }
    }
}
