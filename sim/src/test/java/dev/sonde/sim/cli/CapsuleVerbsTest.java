package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code replay}, {@code shrink}, {@code why} and a plain run of what they leave behind. */
final class CapsuleVerbsTest {

    /** Bob says ready twice before Ann does once; the rest does not matter. */
    private static final String CAPSULE = """
            {
            "sonde": 1,
            "version": "VERSION",
            "claim": "BothReady",
            "event": 14,
            "command": "./sonde replay two.json",
            "seed": 1,
            "choices": [
              {"run": "server -> ann: waiting_room", "late": "1000000ns"},
              {"run": "bob -> server: probe_ready #2", "before": "ann -> server: probe_ready"}
            ],
            "digest": "DIGEST",
            "scenario": {"sonde": 1, "name": "two", "lobby": {"under-test": "ready-counter"},
              "people": [{"id": "ann"}, {"id": "bob", "behaviour": "double-ready"}]}
            }
            """;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeACapsule() throws IOException {
        file = folder.resolve("two.json");
        String version = Version.number();
        Files.writeString(file, CAPSULE.replace("VERSION", version).replace("DIGEST", zeros()));
        String said = RealSession.sonde("replay", file).out();
        String digest = said.replaceAll("(?s).*digest ([0-9a-f]{16}) instead.*", "$1");
        Files.writeString(file, CAPSULE.replace("VERSION", version).replace("DIGEST", digest));
    }

    private static String zeros() {
        return "0".repeat(16);
    }

    @Test
    void replayShowsTheSameViolationAtTheSameEvent() {
        assertThat(RealSession.sonde("replay", file, "--until", "-1").err())
                .contains("--until -1 is too few; give at least 1");
        RealSession replay = RealSession.sonde("replay", file, "--until", "2");

        assertThat(replay.err()).isEmpty();
        assertThat(replay.code()).isZero();
        assertThat(replay.out())
                .isEqualTo("     1      0.000000  person   ann                 arrives\n"
                        + "     2      0.000000  person   bob                 arrives\n"
                        + file + ": reproduced: BothReady violated at event 14: bob was sent the"
                        + " start of the probe of bob and ann, but ann was never ready\n");
    }

    @Test
    void replayWritesTheTrace() throws IOException {
        Path trace = folder.resolve("two.trace");

        assertThat(RealSession.sonde("replay", file, "--trace", trace).code()).isZero();

        assertThat(Files.readString(trace))
                .startsWith("# sonde trace 1  scenario two  seed 1\n")
                .contains("socket#2 probe_ready probe#1");
    }

    @Test
    void anotherLobbyIsAnotherOutcome() {
        RealSession replay = RealSession.sonde("replay", file, "--under-test", "sonde");

        assertThat(replay.code()).isEqualTo(1);
        assertThat(replay.out()).contains("another outcome").contains("no claim is violated");
        assertThat(RealSession.sonde("why", file, "--under-test", "sonde").err())
                .contains("does not show any more: its schedule violates nothing; replay says");
    }

    @Test
    void choiceThatNeverComesUpIsStale() throws IOException {
        edit("probe_ready #2", "probe_ready #9");
        RealSession replay = RealSession.sonde("replay", file);

        assertThat(replay.code()).isEqualTo(4);
        assertThat(replay.out()).contains("STALE").contains("'bob -> server: probe_ready #9'");
        assertThat(RealSession.sonde("shrink", file).code()).isEqualTo(4);
        assertThat(RealSession.sonde("why", file).code()).isEqualTo(2);
    }

    @Test
    void capsuleOfAnotherVersionIsStale() throws IOException {
        edit("\"version\": \"", "\"version\": \"9.");

        assertThat(RealSession.sonde("replay", file).code()).isEqualTo(4);
        assertThat(RealSession.sonde("replay", file).out()).contains("made by sonde 9.");
    }

    @Test
    void fileThatIsNoCapsuleIsWrongInput() throws IOException {
        Files.writeString(file, Files.readString(file).substring(0, 200));
        for (String verb : new String[] {"replay", "shrink", "why"}) {
            RealSession session = RealSession.sonde(verb, file);
            assertThat(session.code()).isEqualTo(2);
            assertThat(session.out()).isEmpty();
            assertThat(session.err()).startsWith(file + ": ").contains("it was cut off");
        }
    }

    @Test
    void shrinkLeavesAScenarioThatAPlainRunReproduces() throws IOException {
        RealSession shrink = RealSession.sonde("shrink", file, "--quiet");
        Path yaml = folder.resolve("two.min.yaml");

        assertThat(shrink.code()).isZero();
        assertThat(shrink.out())
                .contains("BothReady with 1 choices instead of 2")
                .contains("wrote " + yaml + "\n");
        assertThat(Files.readString(folder.resolve("two.min.md")))
                .contains("```mermaid\nsequenceDiagram\n")
                .contains("./sonde replay " + folder.resolve("two.min.json"))
                .contains("./sonde run " + yaml);
        assertThat(RealSession.sonde("replay", folder.resolve("two.min.json")).code())
                .isZero();
        assertThat(RealSession.sonde("run", yaml).code()).isZero();
        assertThat(RealSession.sonde("run", yaml, "--under-test", "sonde").code())
                .isEqualTo(1);
        Files.writeString(
                yaml, Files.readString(yaml) + "schedule: [{run: nobody, before: ann arrives}]\n");
        RealSession stale = RealSession.sonde("run", yaml);
        assertThat(stale.code()).isEqualTo(4);
        assertThat(stale.out()).contains("Stale").contains("'nobody' before 'ann arrives'");
    }

    @Test
    void whyNamesTheEvent() {
        RealSession why = RealSession.sonde("why", file, "--quiet", "--runs", "40");
        RealSession json = RealSession.sonde("why", file, "--quiet", "--runs", "40", "--json");

        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("Event 14 is to blame: 'bob -> server: probe_ready #2' at ");
        assertThat(json.out())
                .startsWith("{\"claim\":\"BothReady\",\"event\":14,\"culprit\":14,")
                .endsWith("]}\n");
    }

    private void edit(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
