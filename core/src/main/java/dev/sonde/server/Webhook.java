package dev.sonde.server;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Posts each match event to an address, in order, again with growing pauses until it is answered
 * with a 2xx. With a secret, the header {@code X-Sonde-Signature} holds the HMAC-SHA256 of the body
 * in hex.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the channel, which is seen
final class Webhook implements Consumer<String>, AutoCloseable {

    private static final int MOST_WAITING = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final @Nullable Hmac hmac;
    private final Metrics metrics;
    private final Journal journal;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService executor;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private boolean isPosting;

    Webhook(URI address, @Nullable Secret secret, Metrics metrics, Journal journal) {
        this.address = address;
        this.hmac = secret == null ? null : new Hmac("HmacSHA256", secret.bytes());
        this.metrics = metrics;
        this.journal = journal;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sonde-webhook");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void accept(String json) {
        executor.execute(() -> {
            if (waiting.size() >= MOST_WAITING) {
                waiting.remove();
                metrics.counter("sonde_webhook_dropped_total", "").increment();
            }
            waiting.add(json);
            postNext();
        });
    }

    /** On the executor: one post at a time, so that order is kept. */
    private void postNext() {
        String json = waiting.peek();
        if (json == null || isPosting) {
            return;
        }
        isPosting = true;
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (hmac != null) {
            byte[] mac = hmac.of(json.getBytes(StandardCharsets.UTF_8));
            request.header("X-Sonde-Signature", HexFormat.of().formatHex(mac));
        }
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .handle((response, problem) -> response != null && isFine(response.statusCode()))
                .thenAcceptAsync(this::posted, executor);
    }

    private static boolean isFine(int status) {
        return status >= 200 && status < 300;
    }

    private void posted(boolean arrived) {
        if (arrived) {
            metrics.counter("sonde_webhook_delivered_total", "").increment();
            waiting.remove();
            pauseMillis = FIRST_PAUSE_MILLIS;
            isPosting = false;
            postNext();
        } else {
            metrics.counter("sonde_webhook_failures_total", "").increment();
            journal.event("webhook-failed", "again-after-ms", Long.toString(pauseMillis));
            executor.schedule(this::again, pauseMillis, TimeUnit.MILLISECONDS);
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
        }
    }

    private void again() {
        isPosting = false;
        postNext();
    }

    /** What was not delivered by now is given up. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
