package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One conversation over real sockets with our client and with the one of npm, and with the lobby
 * directly: the same effects but for instants and ids. Run by {@code .ci/clients}, which installs
 * the npm package.
 */
class ConformanceIT {

    private static final Path SCRIPT = Path.of("src/test/resources/conformance/script.json");
    private static final Path CLIENT = Path.of("src/test/resources/conformance/client.mjs");
    private static final Path NODE_FOLDER = Path.of("target/node");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("(probe|match)_[0-9a-f-]{36}");

    @TempDir
    private Path folder = Path.of("");

    private interface Talk {
        void with(TestServer server) throws Exception;
    }

    /** The effects of the conversation, up to the goodbyes. */
    private List<String> effects(String name, Talk talk) throws Exception {
        Path file = folder.resolve(name);
        try (TestServer server = TestServer.with(
                "max-p2p-rtt-ms", "100", "hold-ms", "60000", "record", file.toString())) {
            talk.with(server);
            server.awaitMetric("sonde_refusals_total{pool=\"default\",reason=\"not-waiting\"}", 1);
        }
        assertThat(SessionReplay.of(file).difference()).as("the lobby directly").isEmpty();
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .map(ConformanceIT::parse)
                .filter(line -> line.has("out"))
                .map(line -> timeless(line.path("out").asText()))
                .takeWhile(line -> !line.startsWith("refused 3 not-waiting"))
                .collect(Collectors.toList());
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without ids and times; the pseudonyms are the same for the same people. */
    private static String timeless(String effect) {
        String noIds = ID.matcher(effect).replaceAll("$1");
        return noIds.replaceAll("since \\d+", "since")
                .replaceAll("(waiting_room \\d+ \\d+) \\d+", "$1");
    }

    private static void talkInJava(TestServer server) throws IOException {
        Map<String, TestClient> clients = new LinkedHashMap<>();
        String probe = "";
        for (JsonNode step : JSON.readTree(SCRIPT.toFile())) {
            String who = step.path("who").asText();
            if (step.has("connects")) {
                clients.put(who, server.client(who));
            } else {
                String payload = step.path("with").toString().replace("$probe", probe);
                speaker(clients, who).emit(step.path("says").asText(), payload);
            }
            for (JsonNode heard : step.path("heard")) {
                String[] words = heard.asText().split(" ", 2);
                JsonNode payload = speaker(clients, words[0]).await(words[1]);
                if (words[1].equals("probe_prepare")) {
                    probe = payload.path("probe_session_id").asText();
                }
            }
        }
    }

    private static TestClient speaker(Map<String, TestClient> clients, String who) {
        TestClient client = clients.get(who);
        if (client == null) {
            throw new AssertionError(who + " speaks before connecting");
        }
        return client;
    }

    private static void talkInJavaScript(TestServer server) throws Exception {
        if (!Files.isDirectory(NODE_FOLDER.resolve("node_modules/socket.io-client"))) {
            throw new AssertionError(
                    "socket.io-client is not in core/" + NODE_FOLDER + "; .ci/clients installs it");
        }
        Process node = new ProcessBuilder(
                        "node",
                        CLIENT.toAbsolutePath().toString(),
                        Integer.toString(server.port()),
                        SCRIPT.toAbsolutePath().toString())
                .directory(NODE_FOLDER.toFile())
                .inheritIO()
                .start();
        assertThat(node.waitFor()).as("exit code of node").isZero();
    }

    @Test
    void javaAndJavaScriptClientsHaveTheEffectsOfTheLobbyItself() throws Exception {
        List<String> java = effects("java.jsonl", ConformanceIT::talkInJava);
        List<String> javaScript = effects("javascript.jsonl", ConformanceIT::talkInJavaScript);

        assertThat(java).hasSizeGreaterThan(30);
        assertThat(javaScript).isEqualTo(java);
    }
}
