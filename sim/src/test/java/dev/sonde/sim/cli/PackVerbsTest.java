package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
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

    /** Goal: from a schedule that fails to the event that is to blame, without the first pack. */
    @Test
    void failureIsFoundReplayedShrunkAndExplained() throws IOException {
        Path trace = folder.resolve("run.trace");

        RealSession found = RealSession.sonde(
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
        assertThat(found.code()).isEqualTo(1);
        Path capsule = capsule();
        RealSession replayed = RealSession.sonde("replay", capsule, "--trace", trace);
        assertThat(replayed.code()).isZero();
        assertThat(replayed.out()).contains("reproduced: NoGhost");
        assertThat(Files.readString(trace)).contains("opens the page", "join");
        assertThat(RealSession.sonde("shrink", capsule, "--runs", 300, "--quiet")
                        .code())
                .isZero();
        String small = capsule.toString().replace(".json", ".min");
        assertThat(Files.readString(Path.of(small + ".md")))
                .contains("sequenceDiagram", "protocol: relay-ping", "NoGhost");
        assertThat(RealSession.sonde("run", small + ".yaml", "--report", folder.resolve("run.html"))
                        .code())
                .isZero();
        RealSession why = RealSession.sonde("why", small + ".json", "--runs", 20, "--quiet");
        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("is to blame");
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
        RealSession swept = RealSession.sonde(
                "sweep",
                ROOT.resolve("relay-ping/smoke/relay-two.yaml"),
                "--vary",
                "protocol=webrtc-probe,relay-ping",
                "--seeds",
                "1..2",
                "--metric",
                "matched-rtt.p50,probes.not-ready",
                "--quiet");

        assertThat(swept.code()).isZero();
        assertThat(swept.out()).contains("webrtc-probe", "relay-ping");
    }

    @Test
    void whatIsTheFirstPacksOwnSaysSo() {
        RealSession explain = RealSession.sonde("run", NEUTRAL, "--explain", "ann,bob");
        assertThat(explain.code()).isEqualTo(2);
        assertThat(explain.err())
                .contains("--explain tells of WebRTC connections")
                .contains("protocol is relay-ping");
        RealSession outside = RealSession.sonde("run", NEUTRAL, "--under-test", "sut");
        assertThat(outside.code()).isEqualTo(2);
        assertThat(outside.err()).contains("--sut speaks the wire of the WebRTC probe");
        RealSession misspelt = RealSession.sonde("run", NEUTRAL, "--under-test", "gost");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("did you mean 'ghost'?");
        RealSession unknown = RealSession.sonde(
                "run", ROOT.resolve("smoke/two-people.yaml"), "--under-test", "foo");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("no coordinator is called 'foo'; the real one is sonde, and ")
                .contains("race-corpus.md names the broken ones");
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
