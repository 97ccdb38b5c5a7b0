package dev.sonde.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.cli.TheCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tutorial tells happens: the race is found, made small, explained, mended, and kept. */
class TutorialIT {

    private static final String PAGE = "docs/tutorial/README.md";
    private static final String RACE = """
                    probe = person.probe
            """;
    private static final String NAME = "neutral-two-BothReady-943";

    @TempDir
    Path folder;

    @Test
    void raceOfTheLittleCoordinatorIsFoundAndMended() throws IOException {
        Path root = Path.of(System.getProperty("sonde.root", ".."));
        String neutral = root.resolve("scenarios/smoke/neutral-two.yaml").toString();
        Path written = root.resolve("docs/tutorial/coordinator.py");
        String racy = "python3 " + written;
        String out = folder.toString();

        assertThat(Files.readString(root.resolve(PAGE))).contains(NAME, mend());
        assertThat(TheCommand.printed("explore", neutral, "--quiet", "--sut", racy, "--out", out))
                .contains("BothReady by 1 schedule, first with seed 943");
        String capsule = folder.resolve(NAME + ".json").toString();
        assertThat(TheCommand.printed("replay", capsule, "--sut", racy)).contains("reproduced");
        assertThat(TheCommand.printed("shrink", capsule, "--quiet", "--sut", racy))
                .contains("BothReady with 7 choices");
        String small = folder.resolve(NAME + ".min.json").toString();
        assertThat(TheCommand.printed("why", small, "--quiet", "--runs", "100", "--sut", racy))
                .contains("Event 17 is to blame: 'page of bob connects again'");

        String mended = "python3 " + mended(written);
        Path kept = folder.resolve("back-at-once.yaml");
        String found = Files.readString(folder.resolve(NAME + ".min.yaml"));
        Files.writeString(kept, found.substring(0, found.indexOf("expect:")));
        assertThat(TheCommand.printed("run", kept.toString(), "--quiet", "--sut", racy))
                .contains("VIOLATED, NOT as expected");
        assertThat(TheCommand.printed("run", kept.toString(), "--quiet", "--sut", mended))
                .contains("HELD, as expected");
        assertThat(TheCommand.printed(
                        "explore", neutral, "--quiet", "--schedules", "2000", "--sut", mended))
                .contains("HELD, as expected");
    }

    private static String mend() {
        return RACE + """
                    if probe:
                        probe.ready.discard(name)
            """;
    }

    private Path mended(Path written) throws IOException {
        String program = Files.readString(written);
        assertThat(program).containsOnlyOnce(RACE + "        if is_new:");
        return Files.writeString(
                folder.resolve("mended.py"),
                program.replace(RACE + "        if is_new:", mend() + "        if is_new:"));
    }
}
