package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.cli.TheCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/**
 * What the tutorial tells happens: the race of the coordinator in Python is found, made small,
 * explained, mended, and kept; the same coordinator in Java and in JavaScript has none.
 */
class TutorialIT {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root", ".."));
    private static final Path TUTORIAL = ROOT.resolve("docs/tutorial");
    private static final String PAIR = scenario("pair");
    private static final String FOUND = "pair-BothReady-24";
    private static final String RACE = """
                    if person.probe and person.probe.phase == "preparing":
            """;
    private static final String MEND = RACE + """
                        person.probe.ready.discard(person.name)
            """;

    @TempDir
    Path folder;

    private static String scenario(String name) {
        return ROOT.resolve("scenarios/tutorial/" + name + ".yaml").toString();
    }

    @Test
    void raceOfTheLittleCoordinatorIsFoundAndMended() throws IOException {
        String racy = "python3 " + TUTORIAL.resolve("coordinator.py");
        String mended = "python3 " + mended();

        assertTold(
                printed(racy, "explore", PAIR, "--quiet", "--out", folder.toString()),
                "BothReady by");
        assertTold(printed(racy, "replay", file(".json")), "reproduced");
        assertTold(printed(racy, "shrink", file(".json"), "--quiet"), "choices instead of");
        String why = printed(racy, "why", file(".min.json"), "--quiet", "--runs", "100");
        assertTold(why, "is to blame");
        assertTold(why, "It raises");

        String kept = Files.readString(Path.of(scenario("back-at-once")));
        String small = Files.readString(Path.of(file(".min.yaml")));
        assertThat(kept)
                .endsWith(small.substring(small.indexOf("people:"), small.indexOf("expect:")));
        assertThat(printed(racy, "run", scenario("back-at-once"), "--quiet"))
                .contains("VIOLATED, NOT as expected");
        assertThat(printed(mended, "run", scenario("back-at-once"), "--quiet"))
                .contains("HELD, as expected");
    }

    @Test
    void sameCoordinatorInThreeLanguagesHoldsAndDoesTheSame() throws IOException {
        List<String> commands = List.of(
                "python3 " + mended(), "node " + TUTORIAL.resolve("coordinator.mjs"), java());
        for (String name : List.of("pair", "three", "back-at-once")) {
            assertThat(commands)
                    .allSatisfy(command -> assertThat(printed(command, "run", scenario(name)))
                            .contains("HELD, as expected"));
            assertThat(TheCommand.printed("run", scenario(name))).contains("HELD, as expected");
        }
        for (String name : List.of("pair", "three")) {
            List<String> explored = commands.stream()
                    .map(command -> printed(
                            command, "explore", scenario(name), "--quiet", "--schedules", "300"))
                    .toList();
            assertThat(explored).allSatisfy(text -> assertThat(text).contains("HELD, as expected"));
            assertThat(explored.stream().map(TutorialIT::digest).distinct()).hasSize(1);
        }
    }

    /** Goal: an example that has to be read is short. */
    @Test
    void noFileOfTheTutorialHasMoreThan200Lines() throws IOException {
        try (Stream<Path> files = Files.walk(TUTORIAL)) {
            List<Path> programs = files.filter(
                            file -> file.toString().matches(".*\\.(py|mjs|java)"))
                    .toList();
            assertThat(programs)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .hasSizeLessThanOrEqualTo(200)
                            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100)));
        }
    }

    private static String digest(String explored) {
        return explored.substring(explored.indexOf("digest"))
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static String printed(String sut, String... arguments) {
        return TheCommand.printed(Stream.concat(Stream.of(arguments), Stream.of("--sut", sut))
                .toArray(String[]::new));
    }

    private String file(String suffix) {
        return folder.resolve(FOUND + suffix).toString();
    }

    /** The page shows this line as it is printed, but for the folder. */
    private void assertTold(String printed, String part) throws IOException {
        String line =
                printed.lines().filter(one -> one.contains(part)).findFirst().orElseThrow();
        assertThat(Files.readString(TUTORIAL.resolve("README.md")))
                .contains(line.strip().replace(folder.toString(), "failures"), MEND);
    }

    private Path mended() throws IOException {
        String program = Files.readString(TUTORIAL.resolve("coordinator.py"));
        assertThat(program).containsOnlyOnce(RACE);
        return Files.writeString(folder.resolve("mended.py"), program.replace(RACE, MEND));
    }

    private String java() throws IOException {
        String path = System.getProperty("java.class.path");
        try (Stream<Path> files = Files.list(TUTORIAL.resolve("java"))) {
            List<String> sources = files.map(Path::toString).toList();
            String[] arguments = Stream.concat(
                            Stream.of("-cp", path, "-d", folder.toString()), sources.stream())
                    .toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                    .isZero();
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return java + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp " + folder + ":" + path
                + " Lines";
    }
}
