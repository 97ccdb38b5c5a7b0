package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.Scenes;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an exhaustive search finds is kept, shown again, made small and explained like any other.
 */
final class ExhaustiveFailureTest {

    private static final String WINDOWS =
            "explore: {lateness: 0ms..0ms, slack: 0ms..0ms, strikes: ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ready-counter | BothReady | {repeat: 1} | {repeat: probe_ready",
                "no-timer | Terminates | {drop: 1} | {drop: probe_ready",
                "cached-socket | FreshSocket | {disconnect: 1, back-after: 200ms} | disconnect: "
            })
    void failureOfAnExhaustiveSearchGoesTheWayOfAll(
            String lobby, String claim, String strikes, String fault) throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, Scenes.SMALL + WINDOWS + strikes + "}\n");

        RealSession found = RealSession.sonde(
                "explore",
                file,
                "--strategy",
                "exhaustive",
                "--under-test",
                lobby,
                "--out",
                folder,
                "--quiet");
        assertThat(found.err()).isEmpty();
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).contains(claim);

        Path capsule = folder.resolve("small-" + claim + "-1.json");
        RealSession replay = RealSession.sonde("replay", capsule);
        assertThat(replay.out()).contains("reproduced: " + claim);
        assertThat(replay.code()).isZero();

        RealSession shrink = RealSession.sonde("shrink", capsule, "--quiet");
        assertThat(shrink.err()).isEmpty();
        assertThat(shrink.code()).isZero();
        Path yaml = folder.resolve("small-" + claim + "-1.min.yaml");
        assertThat(Files.readString(yaml)).contains(fault).doesNotContain("strikes");
        assertThat(RealSession.sonde("run", yaml).code()).isZero();

        RealSession why = RealSession.sonde(
                "why", folder.resolve("small-" + claim + "-1.min.json"), "--runs", "20", "--quiet");
        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("is to blame");
    }
}
