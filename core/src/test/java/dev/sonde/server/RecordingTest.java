package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.server.record.RecordedSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What was recorded happens again, and tells nobody who it was. */
class RecordingTest {

    @TempDir
    private Path folder = Path.of("");

    private Path recordedSession() {
        Path file = folder.resolve("session.jsonl");
        try (TestServer server =
                TestServer.with("max-p2p-rtt-ms", "100", "record", file.toString())) {
            TestClient zoe = server.client("zoe-private");
            zoe.emit("join", "{\"group_history\":[\"bob-private\"]}").await("waiting_room");
            TestClient ann = server.client("ann-private").emit("join", "{}");
            String probe = ann.await("probe_prepare").path("probe_session_id").asText();
            String about = "{\"probe_session_id\":\"" + probe + "\"";
            zoe.await("probe_prepare");
            ann.emit("probe_ready", about + "}");
            zoe.emit("probe_ready", about + "}").await("probe_start");
            ann.emit(
                    "probe_signal",
                    about + ",\"target_subject_id\":\"zoe-private\",\"type\":\"offer\","
                            + "\"payload\":{\"sdp\":\"private\"}}");
            zoe.await("probe_signal");
            ann.emit("secret-private", "{}").await("refused");
            ann.emit("probe_result", about + ",\"rtt_ms\":33.25,\"success\":true}");
            ann.await("match_found");
            zoe.emit("probe_result", about + ",\"rtt_ms\":null,\"success\":false}");
            zoe.await("match_found");
        }
        return file;
    }

    @Test
    void replayHasTheSameEffectsInTheSameOrder() throws IOException {
        Path file = recordedSession();

        RecordedSession.Replay replay = SessionReplay.of(file);

        assertThat(replay.difference()).isEmpty();
        assertThat(replay.inputs()).isGreaterThanOrEqualTo(10);
        assertThat(replay.effects()).isGreaterThanOrEqualTo(14);
        assertThat(Files.readString(file))
                .as("names, payloads and unknown words")
                .doesNotContain("private");
    }

    @Test
    void sessionOfRealTabsHasTheSameEffectsStill() throws IOException {
        Path root = Path.of(System.getProperty("sonde.root", ".."));

        RecordedSession.Replay replay =
                SessionReplay.of(root.resolve("scenarios/sessions/two-tabs.jsonl"));

        assertThat(replay.difference()).isEmpty();
        assertThat(replay.effects()).isEqualTo(27);
    }

    @Test
    void anotherBehaviourIsFoundAndNamed() throws IOException {
        Path file = recordedSession();
        String text = Files.readString(file).replace("\"rtt\":33.25", "\"rtt\":133.25");
        Files.writeString(file, text);

        assertThat(SessionReplay.of(file).difference())
                .contains("ended complete in connecting 33.25")
                .contains("133.25");
    }

    @Test
    void whatIsNoSessionIsNamed() throws IOException {
        Path file = folder.resolve("odd.jsonl");
        Files.writeString(file, "{\"sonde_session\":1,\"settings\":{}}\n{\"in\":\"dance\"}\n");

        assertThat(RecordedSession.isOne(file)).isTrue();
        assertThatThrownBy(() -> SessionReplay.of(file))
                .hasMessage("line 2: no input is called 'dance'");
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recordedSession())))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = folder.resolve("mine.jsonl");
        Files.writeString(file, "mine");

        assertThatThrownBy(() -> TestServer.with("record", file.toString()))
                .hasRootCauseInstanceOf(java.nio.file.FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }
}
