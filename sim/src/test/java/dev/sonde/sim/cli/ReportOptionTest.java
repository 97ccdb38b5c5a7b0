package dev.sonde.sim.cli;

import static dev.sonde.sim.cli.RealSession.sonde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Scenes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code --report} on real files: what it writes, and what it refuses before any work. */
final class ReportOptionTest {

    @TempDir
    private Path folder;

    private Path scenario = Path.of("");
    private Path page = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = Files.writeString(folder.resolve("pair.yaml"), Scenes.PAIR + Scenes.LIMIT);
        page = folder.resolve("out.html");
    }

    @Test
    void runIsOnThePageWithItsSteps() throws IOException {
        RealSession session = sonde("run", scenario, "--report", page);

        assertThat(session.code()).isZero();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "Report of one run", "2 people joined; 2 were matched (100 %) in 1 match.")
                .contains("Probe 1: ann + bob, complete")
                .contains("ann + bob")
                .endsWith("</html>\n");
    }

    @Test
    void equalRunsGiveEqualBytes() throws IOException {
        Path again = folder.resolve("again.html");

        sonde("run", scenario, "--report", page);
        sonde("run", scenario, "--report", again);

        assertThat(again).hasSameBinaryContentAs(page);
    }

    @Test
    void violatedClaimIsOnThePage() throws IOException {
        sonde("run", scenario, "--under-test", "start-before-peer", "--report", page);

        assertThat(Files.readString(page))
                .contains("VIOLATED, not as expected", "Claims that did not hold")
                .contains("is violated at event");
    }

    @Test
    void seedsAreOnOnePage() throws IOException {
        RealSession session = sonde("run", scenario, "--seeds", "3..9", "--report", page);

        assertThat(session.code()).isZero();
        assertThat(Files.readString(page))
                .contains("Report of 7 runs", "seeds 3 to 9", "7 of 7 as expected")
                .contains("No claim was violated in any of the runs.");
    }

    @Test
    void sweepIsOnThePageWithItsRecommendation() throws IOException {
        Files.writeString(
                scenario,
                Scenes.PAIR + Scenes.LIMIT
                        + "goals: {share.matched: \">= 90%\", matched-rtt.p90: minimise}\n");
        String limits = "lobby.matchmaker.max-p2p-rtt=60ms,100ms";

        RealSession session = sonde(
                "sweep",
                scenario,
                "--vary",
                limits,
                "--seeds",
                "4",
                "--jobs",
                "1",
                "--quiet",
                "--report",
                page);

        assertThat(session.code()).as(session.err()).isZero();
        assertThat(Files.readString(page))
                .contains("Recommended: max-p2p-rtt 100ms", "fresh seeds")
                .contains(
                        "./sonde sweep " + scenario + " --vary " + limits + " --seeds 4 --quiet<");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnyWork() throws IOException {
        Path nowhere = folder.resolve("no-such-folder/out.html");
        String limits = "lobby.matchmaker.max-p2p-rtt=60ms,100ms";

        assertThat(sonde("run", scenario, "--report", nowhere).code()).isEqualTo(2);
        assertThat(sonde("run", scenario, "--report", scenario).err())
                .contains("it is the scenario itself");
        assertThat(sonde("run", scenario, "--report", page, "--rows", page).err())
                .contains("--rows and --report name the same file");
        assertThat(sonde("run", scenario, scenario, "--report", page).err())
                .contains("--report is for one scenario, but these are 2; choose one");
        assertThat(sonde("sweep", scenario, "--vary", limits, "--report", nowhere)
                        .code())
                .isEqualTo(2);
        assertThat(sonde(
                                "sweep",
                                scenario,
                                "--vary",
                                limits,
                                "--shard",
                                "1/2",
                                "--out",
                                folder.resolve("rows.csv"),
                                "--report",
                                page)
                        .err())
                .contains("--report needs all runs");
        assertThat(page).doesNotExist();
        assertThat(Files.readString(scenario)).startsWith("sonde: 1");
    }
}
