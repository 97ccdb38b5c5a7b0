package dev.sonde.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A Socket.IO client (protocol 5, Engine.IO 4, websocket only), as small as tests need it: it
 * connects to the default namespace, answers heartbeats, and keeps what arrives in order.
 */
final class TestClient implements WebSocket.Listener, AutoCloseable {

    /** One event from the server. */
    record Heard(String event, JsonNode payload) {}

    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile boolean isReading = true;
    private volatile boolean answersPings = true;
    private volatile String sid = "";
    private volatile String greeting = "";

    private TestClient() {}

    /** Connected to the default namespace as this subject, in development mode. */
    static TestClient as(int port, String subject) {
        return open(port, "subject_id=" + subject, builder -> builder).connected();
    }

    /** The websocket is open, and nothing was said. */
    static TestClient open(int port, String query, UnaryOperator<WebSocket.Builder> withHeaders) {
        TestClient client = new TestClient();
        URI address = URI.create(
                "ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket&" + query);
        try {
            client.socket = withHeaders
                    .apply(HTTP.newWebSocketBuilder())
                    .buildAsync(address, client)
                    .join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException("handshake refused", e.getCause()));
        }
        return client;
    }

    /** Says connect and waits for the answer. */
    TestClient connected() {
        raw("40");
        try {
            if (!connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not answer the connect packet");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    TestClient emit(String event, String payload) {
        return raw("42[\"" + event + "\"," + payload + "]");
    }

    /** Sends this text as one frame. */
    TestClient raw(String packet) {
        send(socket(), packet).join();
        return this;
    }

    /** One after the other: the JDK's client refuses a text while another one is on its way. */
    private synchronized CompletableFuture<?> send(WebSocket to, String packet) {
        sending = sending.thenCompose(before -> to.sendText(packet, true));
        return sending;
    }

    WebSocket socket() {
        WebSocket known = socket;
        if (known == null) {
            throw new IllegalStateException("not open");
        }
        return known;
    }

    /** The session id that the server drew. */
    String sid() {
        return sid;
    }

    /** The server's first packet, with its heartbeat. */
    String greeting() {
        return greeting;
    }

    /** Stops reading from the socket; what the server sends stays in its buffers. */
    void stopReading() {
        isReading = false;
    }

    void stopAnsweringPings() {
        answersPings = false;
    }

    /** The payload of the next event of this name; what comes before it is dropped. */
    JsonNode await(String event) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Heard next = poll(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            if (next == null) {
                throw new AssertionError("no " + event + " within " + PATIENCE_SECONDS + " s"
                        + (closed.isDone() ? "; the connection is closed" : ""));
            }
            if (next.event().equals(event)) {
                return next.payload();
            }
        }
    }

    /** The next event, or null if none comes in this time. */
    @Nullable
    Heard poll(long millis) {
        try {
            return heard.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the server has closed; gives the status of the close frame, 1006 if none. */
    int awaitClosed() {
        try {
            return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the server did not close", e);
        }
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            packet(webSocket, partial.toString());
            partial.setLength(0);
        }
        if (isReading) {
            webSocket.request(1);
        }
        return null;
    }

    private void packet(WebSocket webSocket, String packet) {
        try {
            if (packet.startsWith("0")) {
                greeting = packet;
                sid = JSON.readTree(packet.substring(1)).path("sid").asText();
            } else if (packet.equals("2") && answersPings) {
                // Not waited for: this is the thread that would bring the news.
                var unused = send(webSocket, "3");
            } else if (packet.startsWith("40")) {
                connected.countDown();
            } else if (packet.startsWith("42")) {
                JsonNode event = JSON.readTree(packet.substring(2));
                heard.add(new Heard(event.path(0).asText(), event.path(1)));
            } else if (packet.equals("41")) {
                heard.add(new Heard("disconnect", JSON.createObjectNode()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(
            WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    /** Without goodbye, as when a tab is killed. */
    @Override
    public void close() {
        socket().abort();
        closed.complete(1006);
    }
}
