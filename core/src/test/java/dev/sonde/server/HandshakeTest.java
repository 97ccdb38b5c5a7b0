package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.protocol.SubjectId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Who gets in. */
class HandshakeTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final long NEVER = 4_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private TestServer production(String... more) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, SECRET + "\n");
        String[] settings = new String[more.length + 4];
        settings[0] = "secret-file";
        settings[1] = secret.toString();
        settings[2] = "pools";
        settings[3] = "default,other";
        System.arraycopy(more, 0, settings, 4, more.length);
        return TestServer.with(settings);
    }

    private static String token(String secret, String pool, long expires) {
        return new Tokens(secret.getBytes(StandardCharsets.UTF_8))
                .issue(new SubjectId("ann"), pool, expires);
    }

    private static void refuses(TestServer server, String query, String result) {
        double before = server.metric("sonde_handshakes_total{result=\"" + result + "\"}");
        assertThatThrownBy(() -> TestClient.open(server.port(), query, builder -> builder))
                .hasMessageContaining("handshake refused");
        assertThat(server.metric("sonde_handshakes_total{result=\"" + result + "\"}"))
                .isEqualTo(before + 1);
    }

    @Test
    void tokenSaysWhoItIsAndInWhichPool() throws IOException {
        try (TestServer server = production()) {
            String query = "token=" + token(SECRET, "other", NEVER) + "&subject_id=bob";
            TestClient ann = TestClient.open(server.port(), query, UnaryOperator.identity())
                    .connected();
            ann.emit("join", "{}");
            ann.await("waiting_room");

            assertThat(server.metric("sonde_waiting{pool=\"other\"}")).isEqualTo(1);
            assertThat(server.metric("sonde_waiting{pool=\"default\"}")).isEqualTo(0);
        }
    }

    @Test
    void cookieMayCarryTheToken() throws IOException {
        try (TestServer server = production()) {
            String cookie = "sonde_token=" + token(SECRET, "default", NEVER);
            TestClient.open(server.port(), "", with -> with.header("Cookie", cookie))
                    .connected();

            assertThat(server.metric("sonde_handshakes_total{result=\"accepted\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void withoutAGoodTokenNobodyComesIn() throws IOException {
        try (TestServer server = production()) {
            String good = token(SECRET, "default", NEVER);
            refuses(server, "", "token");
            refuses(server, "subject_id=ann", "token");
            refuses(
                    server,
                    "token=" + token("another secret of some size", "default", NEVER),
                    "token");
            refuses(server, "token=" + token(SECRET, "default", 1_000), "token");
            refuses(server, "token=" + good.substring(0, good.length() - 2), "token");
            refuses(server, "token=x" + good, "token");
            refuses(server, "token=..", "token");
            refuses(server, "token=" + token(SECRET, "third", NEVER), "pool");
        }
    }

    @Test
    void registeringChangesNobodyWithAToken() throws IOException {
        try (TestServer server = production()) {
            String query = "token=" + token(SECRET, "default", NEVER);
            TestClient ann = TestClient.open(server.port(), query, UnaryOperator.identity())
                    .connected();
            ann.emit("register_subject", "{\"subject_id\":\"bob\"}");
            ann.emit("join", "{}");
            ann.await("waiting_room");

            assertThat(server.metric(
                            "sonde_refusals_total{pool=\"default\"," + "reason=\"unknown-event\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void strangeOriginsAreRefusedAndListedOnesAreNot() throws IOException {
        try (TestServer server = production("origins", "https://study.example.org")) {
            String query = "token=" + token(SECRET, "default", NEVER);
            assertThatThrownBy(() -> TestClient.open(
                            server.port(),
                            query,
                            with -> with.header("Origin", "https://evil.example.org")))
                    .hasMessageContaining("handshake refused");
            TestClient.open(
                    server.port(),
                    query,
                    with -> with.header("Origin", "https://study.example.org"));
            TestClient.open(
                    server.port(),
                    query,
                    with -> with.header("Origin", "http://127.0.0.1:" + server.port()));

            assertThat(server.metric("sonde_handshakes_total{result=\"origin\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("sonde_handshakes_total{result=\"accepted\"}"))
                    .isEqualTo(2);
        }
    }

    @Test
    void inDevelopmentModeNoOtherPageComesInEither() {
        try (TestServer server = TestServer.with()) {
            assertThatThrownBy(() -> TestClient.open(
                            server.port(),
                            "subject_id=ann",
                            with -> with.header("Origin", "https://evil.example.org")))
                    .hasMessageContaining("handshake refused");
            assertThat(server.metric("sonde_handshakes_total{result=\"origin\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void pollingIsToldWhatToDo() {
        try (TestServer server = TestServer.with()) {
            var answer = server.get("/socket.io/?EIO=4&transport=polling");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"transport\",\"message\":\"this server speaks websocket"
                            + " only: set transports to ['websocket'] in the client\"}");
        }
    }

    @Test
    void oldProtocolsSessionsAndBadNamesAreRefused() {
        try (TestServer server = TestServer.with()) {
            refuses(server, "sid=6d2e1c1e-0000-4000-8000-000000000000", "session");
            refuses(server, "subject_id=a%20b", "subject");
            refuses(server, "subject_id=ann&pool=nowhere", "pool");
            var old = server.get("/socket.io/?EIO=3&transport=websocket");
            assertThat(old.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void developmentModeStaysOnThisMachine() {
        assertThatThrownBy(() -> ServerSettings.read(Map.of("host", "0.0.0.0")))
                .hasMessageContaining("development mode")
                .hasMessageContaining("secret-file");
    }

    @Test
    void tokenReachesNoLog() throws IOException {
        try (TestServer server = production()) {
            String token = token(SECRET, "default", NEVER);
            TestClient.open(server.port(), "token=" + token, UnaryOperator.identity())
                    .connected()
                    .raw("42[broken")
                    .emit("join", "{}")
                    .await("waiting_room");

            assertThat(String.join("\n", server.log)).doesNotContain(token.substring(0, 20));
        }
    }
}
