package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see, and who is one. */
class OperatorTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    /** Two people matched at once, since nothing is measured. */
    private static void match(TestServer server) {
        TestClient ann = server.client("ann").emit("join", "{}");
        ann.await("waiting_room");
        server.client("bob").emit("join", "{}").await("match_found");
        ann.await("match_found");
    }

    @Test
    void healthAndReadinessAreForEverybody() {
        try (TestServer server = TestServer.with()) {
            assertThat(server.get("/health").body()).isEqualTo("{\"status\":\"up\"}\n");
            assertThat(server.get("/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/nowhere").statusCode()).isEqualTo(404);
            assertThat(server.get("/../core/pom.xml").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void portThatIsTakenIsNamed() {
        try (TestServer server = TestServer.with()) {
            String port = Integer.toString(server.port());
            ServerConfig same = ServerSettings.read(Map.of("port", port));

            assertThatThrownBy(() -> SondeServer.start(same, line -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1 port " + port + ": ")
                    .hasMessageEndingWith("; choose another port, or 0 for any free one");
        }
    }

    @Test
    void inProductionOperatorsNeedTheirToken() throws IOException {
        try (TestServer server = TestServer.with(
                "secret-file",
                file("secret", SECRET),
                "operator-token-file",
                file("op", "let me"))) {
            for (String path : List.of("/metrics", "/lobby", "/events")) {
                assertThat(server.get(path).statusCode()).as(path).isEqualTo(401);
            }
            var answer = server.get("/metrics", "Authorization", "Bearer let me");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("sonde_connections 0");
        }
        try (TestServer server = TestServer.with("secret-file", file("secret2", SECRET))) {
            assertThat(server.get("/lobby").statusCode())
                    .as("without a token: nobody")
                    .isEqualTo(401);
        }
    }

    @Test
    void lobbyShowsWhoIsHere() {
        try (TestServer server = TestServer.with()) {
            server.client("ann").emit("join", "{}").await("waiting_room");

            assertThat(server.get("/lobby").body())
                    .isEqualTo("{\"pools\":{\"default\":{\"people\":[{\"subject\":\"ann\","
                            + "\"presence\":\"present\",\"place\":\"free\"}],\"probes\":[],"
                            + "\"pending_timers\":1}}}");
        }
    }

    @Test
    void metricsCountMatchesAndTheTimeToThem() {
        try (TestServer server = TestServer.with()) {
            match(server);

            assertThat(server.metric("sonde_matches_total{pool=\"default\",state=\"formed\"}"))
                    .isEqualTo(1);
            assertThat(server.metric("sonde_time_to_match_seconds_count{pool=\"default\"}"))
                    .isEqualTo(2);
            assertThat(server.metric("sonde_waiting{pool=\"default\"}")).isEqualTo(0);
        }
    }

    @Test
    void matchesAreFollowedAndMissedOnesSentAgain() throws Exception {
        try (TestServer server = TestServer.with()) {
            match(server);
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/events"))
                    .header("Last-Event-ID", "0")
                    .build();
            HttpResponse<InputStream> events = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
                List<String> head = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    head.add(lines.readLine());
                }
                assertThat(head.subList(0, 4))
                        .containsExactly(": matches follow", "", "id: 1", "event: match_found");
                assertThat(head.get(4))
                        .startsWith("data: {\"event\":\"match_found\",\"pool\":\"default\","
                                + "\"match_id\":\"match_")
                        .endsWith("\"members\":[\"ann\",\"bob\"],\"pairs\":[]}");
            }
        }
    }

    @Test
    void webhookIsTriedAgainAndSigned() throws Exception {
        LinkedBlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<String> signatures = new LinkedBlockingQueue<>();
        AtomicInteger calls = new AtomicInteger();
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            calls.incrementAndGet();
            signatures.add(exchange.getRequestHeaders().getFirst("X-Sonde-Signature"));
            bodies.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(calls.get() == 1 ? 500 : 204, -1);
            exchange.close();
        });
        receiver.start();
        String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        try (TestServer server =
                TestServer.with("webhook", address, "webhook-secret-file", file("hook", "hush"))) {
            match(server);
            String first = String.valueOf(bodies.poll(10, TimeUnit.SECONDS));
            String again = String.valueOf(bodies.poll(10, TimeUnit.SECONDS));

            assertThat(first).startsWith("{\"event\":\"match_found\"");
            assertThat(again).isEqualTo(first);
            byte[] mac = new Hmac("HmacSHA256", "hush".getBytes(StandardCharsets.UTF_8))
                    .of(first.getBytes(StandardCharsets.UTF_8));
            assertThat(signatures.poll()).isEqualTo(HexFormat.of().formatHex(mac));
            server.awaitMetric("sonde_webhook_delivered_total", 1);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void logHasOneLineForEachEventWhateverIsInIt() {
        List<String> lines = new ArrayList<>();
        StringBuilder odd = new StringBuilder("\u2028\u2029\u0085\u001b[31m");
        for (char control = 0; control < ' '; control++) {
            odd.append(control);
        }
        new Journal(lines::add).event("odd", "text", odd + "x".repeat(500));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).matches("[\\x20-\\x7e]+").hasSizeLessThan(700);
    }

    @Test
    void logNamesNobody() {
        try (TestServer server = TestServer.with()) {
            match(server);

            assertThat(String.join("\n", server.log))
                    .contains("match-formed")
                    .doesNotContain("ann")
                    .doesNotContain("bob");
        }
    }
}
