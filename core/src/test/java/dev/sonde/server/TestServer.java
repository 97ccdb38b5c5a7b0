package dev.sonde.server;

import dev.sonde.lobby.LobbyUnderTest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a free port of the loopback interface, with its log in memory. */
final class TestServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    final List<String> log = new CopyOnWriteArrayList<>();
    final SondeServer server;

    private TestServer(ServerConfig config) {
        this(config, null);
    }

    private TestServer(ServerConfig config, @Nullable Function<String, LobbyUnderTest> lobbies) {
        try {
            this.server = lobbies == null
                    ? SondeServer.start(config, log::add)
                    : SondeServer.start(config, log::add, lobbies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestServer with(String... settings) {
        return new TestServer(config(settings));
    }

    /** The same, but one of its guards is off. */
    static TestServer without(Guard guard, String... settings) {
        EnumSet<Guard> guards = EnumSet.complementOf(EnumSet.of(guard));
        return new TestServer(config(settings).with(guards, ServerConfig.ConnectionLimits.DEFAULT));
    }

    static TestServer with(ServerConfig.ConnectionLimits limits, String... settings) {
        return new TestServer(config(settings).with(EnumSet.allOf(Guard.class), limits));
    }

    /** A server whose only lobby is this one. */
    static TestServer around(LobbyUnderTest lobby, Set<Guard> guards) {
        return around(lobby, guards, ServerConfig.ConnectionLimits.DEFAULT);
    }

    static TestServer around(
            LobbyUnderTest lobby, Set<Guard> guards, ServerConfig.ConnectionLimits limits) {
        return new TestServer(config().with(guards, limits), pool -> lobby);
    }

    private static ServerConfig config(String... settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("port", "0");
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return ServerSettings.read(values);
    }

    int port() {
        return server.port();
    }

    /** A client that has said hello. */
    TestClient client(String subject) {
        return TestClient.as(port(), subject);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The value of the metric's sample whose line begins with this; 0 if there is none. */
    double metric(String sample) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(sample) + " (\\S+)$")
                .matcher(server.metrics());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    /** Waits until the sample has the value. */
    void awaitMetric(String sample, double value) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (metric(sample) != value) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        sample + " is " + metric(sample) + ", not " + value + " after 30 s");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** Waits until the log has a line with this in it. */
    void awaitLog(String part) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (log.stream().noneMatch(line -> line.contains(part))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no '" + part + "' in the log after 30 s: " + log);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
