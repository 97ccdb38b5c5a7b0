package dev.sonde.sim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.cli.TheCommand;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What JUnit makes of the tests in {@link Planted}. */
class ScenarioTestTest {

    private static final String FAILED =
            "AtomicMatch is violated at event 36, 2002.752 ms: ann was matched, but was not sent"
                    + " the match";

    @TempDir
    Path out;

    @BeforeEach
    void forget() {
        Planted.SEEN.clear();
    }

    private List<Launched.Entry> launched(String method, String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sonde.out", out.toString());
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return Launched.of(Planted.Suite.class, method, all);
    }

    private static List<String> lines(List<Launched.Entry> entries) {
        return entries.stream().map(Launched.Entry::line).toList();
    }

    private Path folder(String method) {
        return out.resolve("dev.sonde.sim.testing.Planted.Suite." + method);
    }

    @Test
    void methodIsGivenTheRunOfTheScenariosOwnSeed() {
        assertThat(lines(launched("seen"))).containsExactly("two, seed 3: successful");
        assertThat(Planted.SEEN).containsExactly("3 sonde [[ann, bob]]");
    }

    @Test
    void eachSeedIsATest() {
        assertThat(lines(launched("noBody")))
                .containsExactly(
                        "two, seed 1: successful",
                        "two, seed 2: successful",
                        "two, seed 9: successful");
    }

    @Test
    void scenariosAreFilesTextsAndFolders() {
        assertThat(lines(launched("fileAndText")))
                .containsExactly("two-people, seed 7: successful", "two, seed 3: successful");
        assertThat(lines(launched("folderOnTheClassPath")))
                .containsExactly("alone, seed 1: successful", "half-announced, seed 1: successful");
    }

    @Test
    void settingsChooseOtherSeedsAndAnotherLobby() {
        assertThat(lines(launched("noBody", "sonde.seeds", "5")))
                .containsExactly("two, seed 5: successful");
        launched("seen", "sonde.seeds", "5", "sonde.under-test", "equal-ids");
        assertThat(Planted.SEEN).containsExactly("5 equal-ids [[ann, bob]]");
    }

    @Test
    void failureSaysWhatHappenedAndWhereItCanBeSeen() {
        List<Launched.Entry> entries = launched("broken");

        assertThat(lines(entries))
                .containsExactly(
                        "two, seed 1: failed",
                        "two, seed 2: skipped",
                        "two, seed 3: skipped",
                        "two, seed 4: skipped");
        assertThat(entries.get(0).message())
                .isEqualTo("two with seed 1: " + FAILED + evidence("broken", 1));
        assertThat(entries.get(1).message()).isEqualTo("another seed has failed before");
    }

    private String evidence(String method, long seed) {
        Path scenario = folder(method).resolve("two-seed-" + seed + ".yaml");
        return String.join(
                "\n",
                "",
                "under test: half-announced",
                "scenario:   " + scenario,
                "trace:      " + folder(method).resolve("two-seed-" + seed + ".trace"),
                "again:      ./sonde run " + scenario);
    }

    @Test
    void commandOfTheMessageShowsTheSameViolation() {
        String message = launched("broken").get(0).message();

        String command = message.substring(message.indexOf("./sonde ") + "./sonde ".length());
        String printed = TheCommand.printed((command + " --quiet").split(" "));
        assertThat(printed).contains("AtomicMatch").contains("VIOLATED").contains("seed 1");
    }

    @Test
    void scenarioIsAlsoExploredUnderSoManySchedules() {
        assertThat(lines(launched("explored", "sonde.schedules", "50")))
                .containsExactly(
                        "two, seed 3: successful", "two, 50 schedules of random: successful");
        assertThat(Planted.SEEN).containsExactly("seed 3");
        assertThat(lines(launched("exploredInOrder")))
                .containsExactly(
                        "two, seed 3: successful",
                        "two, 40 schedules of delay-bounded-1: successful");
        assertThat(lines(launched("seen", "sonde.schedules", "50")))
                .containsExactly("two, seed 3: successful");
    }

    @Test
    void scheduleThatFailsIsKeptAsACapsule() {
        List<Launched.Entry> entries = launched("explored", "sonde.under-test", "ready-counter");

        assertThat(lines(entries))
                .containsExactly("two, seed 3: successful", "two, 400 schedules of random: failed");
        String message = entries.get(1).message();
        assertThat(message)
                .startsWith("two, 400 schedules of random: BothReady is violated with seed ")
                .contains("\nunder test: ready-counter\ncapsule:    " + folder("explored"));
        String command = message.substring(message.indexOf("./sonde ") + "./sonde ".length());
        assertThat(TheCommand.printed(command.split(" ")))
                .contains("reproduced: BothReady violated at event ");
    }

    @Test
    void traceEndsAfterTheViolation() throws IOException {
        launched("broken");

        assertThat(Files.readAllLines(folder("broken").resolve("two-seed-1.trace")))
                .anyMatch(line -> line.strip().startsWith("36 "))
                .last()
                .asString()
                .startsWith("# digest");
    }

    @Test
    void thresholdSaysHowManyFailuresAreWanted() {
        assertThat(lines(launched("brokenTwice")))
                .containsExactly(
                        "two, seed 1: failed",
                        "two, seed 2: failed",
                        "two, seed 3: skipped",
                        "two, seed 4: skipped");
    }

    @Test
    void fileIsNamedAsItIsAndNotCopied() throws IOException {
        List<Launched.Entry> entries =
                launched("oneFile", "sonde.under-test", "half-announced", "sonde.seeds", "4");

        Path file =
                Path.of("../scenarios/smoke/two-people.yaml").toAbsolutePath().normalize();
        assertThat(entries.get(0).message())
                .contains("\nscenario:   " + file + "\n")
                .endsWith("\nagain:      ./sonde run " + file
                        + " --seed 4 --under-test half-announced");
        try (Stream<Path> written = Files.list(folder("oneFile"))) {
            assertThat(written.map(it -> it.getFileName().toString()))
                    .containsExactly("two-people-seed-4.trace");
        }
    }

    @Test
    void commandNamesTheClassesOfAUsersLobby() {
        assertThat(launched("ownLobby").get(0).message())
                .contains("under test: my-lobby")
                .containsPattern("again: +\\./sonde run \\S+\\.yaml --cp \\S+$");
    }

    @Test
    void whatTheTestItselfAssertsIsSaidWithItsRun() {
        Launched.Entry failed = launched("wantsAnotherMatch").get(0);

        assertThat(failed.message())
                .startsWith("two with seed 3: ")
                .contains("[[\"ann\", \"bob\"]]")
                .contains("again:      ./sonde run ");
        AssertionFailedError compared = (AssertionFailedError) failed.cause();
        assertThat(compared.getExpected().getStringRepresentation()).contains("zoe");
        assertThat(compared.getActual().getStringRepresentation()).contains("bob");
    }

    @Test
    void checkThatFailsIsSaidOnce() {
        String message = launched("checksAnotherMatch").get(0).message();

        assertThat(message)
                .startsWith("two with seed 3: expected a match of [ann, zoe], but there is"
                        + " [[ann, bob]]\n")
                .containsOnlyOnce("again:");
    }

    @Test
    void assumptionThatFailsIsNoFailure() {
        assertThat(lines(launched("assumes"))).containsExactly("two, seed 3: aborted");
        assertThat(folder("assumes")).doesNotExist();
    }

    @Test
    void whatCannotBeRunFailsBeforeAnythingRuns() {
        assertThat(launched("nobodyUnderTest"))
                .extracting(Launched.Entry::message)
                .containsExactly("@ScenarioTest of nobodyUnderTest: two: no coordinator is called"
                        + " 'ready-countr'; did you mean 'ready-counter'?");
        assertThat(launched("wrongScenario").get(0).message())
                .contains("scenario:2:29: there is no profile 'hame'");
        assertThat(launched("noFile").get(0).message())
                .contains("there is no file and no folder 'nowhere.yaml'");
        assertThat(launched("exploredByNobody").get(0).message())
                .contains("no strategy is called 'poss'; there are random, mild, pos");
        assertThat(launched("explored", "sonde.schedules", "many").get(0).message())
                .contains("schedules are 1 to 999999999, not 'many'");
        assertThat(launched("wrongSeeds").get(0).message())
                .contains("'9..1' are no seeds; write 7, 1..100, or several");
    }
}
