package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The verbs with scenarios of another protocol than the first. */
class PackVerbsTest {

    private static final Path ROOT = Path.of(System.getProperty("sonde.root"), "scenarios");
    private static final String NEUTRAL =
            ROOT.resolve("relay-ping/smoke/relay-neutral.yaml").toString();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int sonde(Object... args) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                false,
                false,
                true,
                false,
                false);
        String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
        return Main.run(words, console, new ProjectWorkbench(), new Interruption());
    }

    /** Goal: from a schedule that fails to the event that is to blame, without the first pack. */
    @Test
    void failureIsFoundReplayedShrunkAndExplained() throws IOException {
        Path trace = folder.resolve("run.trace");

        int found = sonde(
                "explore",
                NEUTRAL,
                "--under-test",
                "ghost",
                "--schedules",
                500,
                "--jobs",
                1,
                "--out",
                folder,
                "--quiet");
        assertThat(found).isEqualTo(1);
        Path capsule = capsule();
        assertThat(sonde("replay", capsule, "--trace", trace)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("reproduced: NoGhost");
        assertThat(Files.readString(trace)).contains("opens the page", "join");
        assertThat(sonde("shrink", capsule, "--runs", 300, "--quiet")).isZero();
        String small = capsule.toString().replace(".json", ".min");
        assertThat(Files.readString(Path.of(small + ".md")))
                .contains("sequenceDiagram", "protocol: relay-ping", "NoGhost");
        assertThat(sonde("run", small + ".yaml", "--report", folder.resolve("run.html")))
                .isZero();
        assertThat(sonde("why", small + ".json", "--runs", 20, "--quiet")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("is to blame");
        assertThat(folder.resolve("run.html")).isNotEmptyFile();
    }

    private Path capsule() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> capsules =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(capsules).hasSize(1);
            return capsules.get(0);
        }
    }

    @Test
    void protocolsAreComparedOnTheSamePeople() {
        int code = sonde(
                "sweep",
                ROOT.resolve("relay-ping/smoke/relay-two.yaml"),
                "--vary",
                "protocol=webrtc-probe,relay-ping",
                "--seeds",
                "1..2",
                "--metric",
                "matched-rtt.p50,probes.not-ready",
                "--quiet");

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("webrtc-probe", "relay-ping");
    }

    @Test
    void whatIsTheFirstPacksOwnSaysSo() {
        assertThat(sonde("run", NEUTRAL, "--explain", "ann,bob")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--explain tells of WebRTC connections")
                .contains("protocol is relay-ping");
        assertThat(sonde("run", NEUTRAL, "--under-test", "sut")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--sut speaks the wire of the WebRTC probe");
        assertThat(sonde("run", NEUTRAL, "--under-test", "gost")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("did you mean 'ghost'?");
    }

    @Test
    void gateLooksAtThePacksFoldersToo() throws InputException {
        GateFiles files = GateFiles.below(ROOT, true);

        assertThat(files.smoke()).contains(Path.of(NEUTRAL));
        assertThat(files.violates()).contains(ROOT.resolve("relay-ping/violates/ghost.yaml"));
        assertThat(files.smoke()).contains(ROOT.resolve("smoke/two-people.yaml"));
        assertThat(GateFiles.below(ROOT, false).smoke())
                .contains(ROOT.resolve("smoke/two-people.yaml"))
                .doesNotContain(Path.of(NEUTRAL));
    }
}
