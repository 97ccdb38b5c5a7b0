package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What plain runs and studies do with a lobby that loops for ever in one call. */
@Timeout(30)
final class LoopingRunsTest {

    private static final String HANGS =
            "the lobby under test hangs: it gives no answer in event 13 of a run for 0.2 s";

    @TempDir
    private Path folder;

    private Path fine = Path.of("");
    private Path looping = Path.of("");

    @BeforeEach
    void writeScenarios() throws IOException {
        fine = scenario("fine", "sonde");
        looping = scenario("looping", "looping");
    }

    private Path scenario(String name, String lobby) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        return Files.writeString(
                file,
                "sonde: 1\nname: " + name + "\nlobby: {under-test: " + lobby
                        + "}\npeople: [{id: ann}, {id: bob}]\n");
    }

    @Test
    void otherFilesAreRunAllTheSame() {
        RealSession run = RealSession.impatient("run", fine, looping, fine, "--json", "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.contains("\"HELD\""));
        assertThat(run.err())
                .isEqualTo(looping + " with seed 1:\n" + looping + ": " + HANGS + '\n');
    }

    @Test
    void seedsBehindOneThatHangsAreLeftOut() {
        RealSession run = RealSession.impatient("run", looping, "--seeds", "4..9", "--quiet");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(looping + " with seed 4:\n" + looping + ": " + HANGS
                        + "\n  its other 5 seeds are left out\n");
    }

    @Test
    void explainedRunThatHangsIsGivenUp() {
        RealSession run = RealSession.impatient("run", looping, "--explain", "ann,bob");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(looping + ": " + HANGS + '\n');
    }

    @Test
    void strangersAreNotExplained() {
        RealSession run = RealSession.sonde("run", fine, "--explain", "ann,zebra");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("there is no person 'zebra'; known are: ann, bob");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void gateGoesOnAndDoesNotExploreWhatHangs() throws IOException {
        Path smoke = Files.createDirectories(folder.resolve("scenarios/smoke"));
        Files.copy(looping, smoke.resolve("looping.yaml"));
        Files.copy(fine, smoke.resolve("fine.yaml"));
        RealSession gate = RealSession.impatient(
                "gate",
                folder.resolve("scenarios"),
                "--budget",
                "1ms",
                "--quiet",
                "--out",
                folder.resolve("out"));

        assertThat(gate.code()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out/junit.xml")))
                .contains(HANGS)
                .contains("not explored, since its own run hangs");
        assertThat(gate.out()).contains("RED");
    }

    @Test
    void studyEndsWithTheRowsBeforeTheOneThatHangs() throws IOException {
        Path rows = folder.resolve("rows.csv");
        RealSession compare = RealSession.impatient(
                "compare", fine, looping, "--seeds", "3", "--jobs", "1", "--out", rows, "--quiet");

        assertThat(compare.code()).isEqualTo(1);
        assertThat(compare.out()).isEmpty();
        assertThat(compare.err())
                .isEqualTo("looping, seed 1: " + HANGS
                        + "\nsonde: stopped after 1 of 6 runs; they are in " + rows
                        + ", and --resume goes on with them\n");
        List<String> written = Files.readAllLines(rows);
        assertThat(written).anyMatch(row -> row.contains("fine"));
        assertThat(written).noneMatch(row -> row.startsWith("2,"));
    }

    @Test
    void sweepNamesTheSettingThatHangs() {
        RealSession sweep = RealSession.impatient(
                "sweep",
                looping,
                "--vary",
                "lobby.waiting.time=60s,120s",
                "--seeds",
                "2",
                "--jobs",
                "2",
                "--quiet");

        assertThat(sweep.code()).isEqualTo(1);
        assertThat(sweep.out()).isEmpty();
        assertThat(sweep.err()).startsWith("looping with ").contains(", seed 1: " + HANGS);
    }
}
