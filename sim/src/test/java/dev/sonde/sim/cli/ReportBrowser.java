package dev.sonde.sim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A headless Chromium with one tab, driven through its DevTools protocol. Notes each complaint on
 * the console and each request that leaves the file.
 */
final class ReportBrowser implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final AtomicInteger lastCall = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<Boolean> loaded = new CompletableFuture<>();

    /** @param folder empty; the browser keeps its profile there */
    ReportBrowser(Path folder) throws IOException, InterruptedException {
        Path chromium = Path.of(System.getProperty("sonde.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(chromium)) {
            throw new AssertionError("this test needs Chromium at " + chromium
                    + "; .ci/clients installs it on Debian");
        }
        process = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + folder,
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(tab(port(folder.resolve("DevToolsActivePort")))), this)
                .join();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", JSON.createObjectNode());
        }
    }

    private int port(Path file) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("Chromium did not start");
            }
            Thread.onSpinWait();
        }
        return Integer.parseInt(Files.readAllLines(file).get(0));
    }

    private static String tab(int port) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
        HttpRequest request = HttpRequest.newBuilder(address)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return JSON.readTree(answer).path("webSocketDebuggerUrl").asText();
    }

    private JsonNode call(String method, ObjectNode params) {
        int number = lastCall.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        calls.put(number, answer);
        ObjectNode call = JSON.createObjectNode().put("id", number).put("method", method);
        call.set("params", params);
        socket.sendText(call.toString(), true).join();
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Shows a file, and waits until it is there; forgets complaints and requests before it. */
    void open(Path file) {
        complaints.clear();
        requests.clear();
        loaded = new CompletableFuture<>();
        String address = file.toUri().toString();
        call("Page.navigate", JSON.createObjectNode().put("url", address));
        loaded.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** @param scheme {@code light} or {@code dark}, what the system asks for */
    void look(int width, int height, String scheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        call("Emulation.setEmulatedMedia", media);
        eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** The value of an expression, as text; a promise is waited for. */
    String eval(String expression) {
        ObjectNode params = JSON.createObjectNode()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        JsonNode answer = call("Runtime.evaluate", params);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value").asText();
    }

    /** Presses a key, by its DOM name, with its virtual key code. */
    void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            ObjectNode event = JSON.createObjectNode()
                    .put("type", type)
                    .put("key", key)
                    .put("code", key)
                    .put("windowsVirtualKeyCode", code);
            if (!type.equals("char")) {
                call("Input.dispatchKeyEvent", event);
            } else if (key.equals("Enter")) {
                call("Input.dispatchKeyEvent", event.put("text", "\r"));
            }
        }
    }

    /** The whole page as a PNG. */
    void screenshot(Path file) throws IOException {
        JsonNode size =
                call("Page.getLayoutMetrics", JSON.createObjectNode()).path("cssContentSize");
        ObjectNode params = JSON.createObjectNode().put("captureBeyondViewport", true);
        params.putObject("clip")
                .put("x", 0)
                .put("y", 0)
                .put("width", size.path("width").asDouble())
                .put("height", size.path("height").asDouble())
                .put("scale", 1);
        JsonNode picture = call("Page.captureScreenshot", params);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** The page on paper. */
    void print(Path file) throws IOException {
        JsonNode pdf =
                call("Page.printToPDF", JSON.createObjectNode().put("printBackground", false));
        Files.write(file, Base64.getDecoder().decode(pdf.path("data").asText()));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What was asked of anywhere but the file itself. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void received(JsonNode message) {
        CompletableFuture<JsonNode> call = calls.remove(message.path("id").asInt());
        JsonNode params = message.path("params");
        if (call != null) {
            call.complete(message.path("result"));
            return;
        }
        switch (message.path("method").asText()) {
            case "Page.loadEventFired" -> loaded.complete(true);
            case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
                complaints.add(params.toString());
            case "Network.requestWillBeSent" -> {
                String address = params.path("request").path("url").asText();
                if (!address.startsWith("file:") || !address.endsWith(".html")) {
                    requests.add(address);
                }
            }
            default -> {
                // Of no interest here.
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
