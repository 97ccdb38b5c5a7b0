package dev.sonde.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A headless Chromium, driven through its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_NANOS = 20_000_000;
    /** A pair that was measured over the limit rests for a minute. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(150);

    private final Process process;
    private final int port;

    private Browser(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder empty; the browser keeps its profile there */
    static Browser start(Path folder) throws IOException {
        Path chromium = Path.of(System.getProperty("sonde.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(chromium)) {
            throw new AssertionError("this test needs Chromium at " + chromium
                    + "; .ci/clients installs it on Debian");
        }
        Process process = new ProcessBuilder(List.of(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        // Tabs behind other tabs measure too.
                        "--disable-background-timer-throttling",
                        "--disable-backgrounding-occluded-windows",
                        "--disable-renderer-backgrounding",
                        // Nobody answers multicast DNS here.
                        "--disable-features=WebRtcHideLocalIpsWithMdns",
                        "--window-size=900,900",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + folder,
                        "about:blank"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        return new Browser(process, awaitPort(process, folder.resolve("DevToolsActivePort")));
    }

    private static int awaitPort(Process process, Path file) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(file) || Files.readString(file).isBlank()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("Chromium did not start");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return Integer.parseInt(Files.readAllLines(file).get(0));
    }

    /** A new tab at this address. */
    Tab open(String address) {
        JsonNode target = devTools("PUT", "/json/new?" + encoded(address));
        return new Tab(
                target.path("id").asText(), target.path("webSocketDebuggerUrl").asText());
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private JsonNode devTools(String method, String path) {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return answer.startsWith("{") ? JSON.readTree(answer) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** One tab. */
    final class Tab implements WebSocket.Listener {

        private final String id;
        private final WebSocket socket;
        private final AtomicInteger lastCall = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
        private final StringBuilder partial = new StringBuilder();

        Tab(String id, String address) {
            this.id = id;
            this.socket = HTTP.newWebSocketBuilder()
                    .buildAsync(URI.create(address), this)
                    .join();
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

        /** The value of an expression, as text. */
        String eval(String expression) {
            ObjectNode params = JSON.createObjectNode()
                    .put("expression", expression)
                    .put("returnByValue", true);
            return call("Runtime.evaluate", params).path("result").path("value").asText();
        }

        /** The text of the element with this id. */
        String text(String element) {
            return eval("document.getElementById('" + element + "')?.textContent ?? ''");
        }

        /** Waits until the element's state is this one. */
        Tab await(String element, String state) {
            String now = "document.getElementById('" + element + "')?.dataset.state ?? ''";
            return await(
                    () -> eval(now).equals(state),
                    () -> element + " is '" + eval(now) + "', not '" + state + "'");
        }

        /** Waits until the field has this value. */
        Tab awaitValue(String field, String value) {
            String now = "document.getElementById('" + field + "')?.value ?? ''";
            return await(
                    () -> eval(now).equals(value),
                    () -> field + " has '" + eval(now) + "', not '" + value + "'");
        }

        /** Waits until the page shows this. */
        Tab awaitText(String part) {
            return await(
                    () -> eval("document.body?.innerText ?? ''").contains(part),
                    () -> "no '" + part + "' on the page");
        }

        private Tab await(BooleanSupplier isSo, Supplier<String> wrong) {
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (!isSo.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError(wrong.get() + " after "
                            + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS) + " s; log: "
                            + text("log"));
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            return this;
        }

        void screenshot(Path file) throws IOException {
            JsonNode picture = call("Page.captureScreenshot", JSON.createObjectNode());
            Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
        }

        /** Without goodbye from the page. */
        void kill() {
            devTools("GET", "/json/close/" + id);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                try {
                    JsonNode message = JSON.readTree(partial.toString());
                    CompletableFuture<JsonNode> call =
                            calls.remove(message.path("id").asInt());
                    if (call != null) {
                        call.complete(message.path("result"));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }
}
