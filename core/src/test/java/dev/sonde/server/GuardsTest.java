package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** Each guard at work, and what happens without it. */
class GuardsTest {

    /** What the server says to an event behind so many digits. */
    private static String refusalOfLongHeader(TestServer server) {
        TestClient attacker = server.client("attacker");
        attacker.raw("42" + "9".repeat(5_000) + "[\"leave\",{}]");
        return attacker.await("refused").path("event").asText();
    }

    @Test
    void longAcknowledgementIdsAreNotRead() {
        try (TestServer server = TestServer.with()) {
            assertThat(refusalOfLongHeader(server)).isEqualTo("packet");
            assertThat(server.metric("sonde_guarded_total{what=\"packet\"}")).isEqualTo(1);
        }
        try (TestServer server = TestServer.without(Guard.PACKET_HEADERS)) {
            assertThat(refusalOfLongHeader(server))
                    .as("read to its end, digit by digit, by the library")
                    .isEqualTo("leave");
        }
    }

    @Test
    void acknowledgementIdsAsClientsSendThemPass() {
        try (TestServer server = TestServer.with()) {
            TestClient ann = server.client("ann");
            ann.raw("42" + "9".repeat(19) + "[\"leave\",{}]");
            assertThat(ann.await("refused").path("event").asText()).isEqualTo("leave");
            ann.raw("42" + "9".repeat(20) + "[\"leave\",{}]");
            assertThat(ann.await("refused").path("event").asText()).isEqualTo("packet");
        }
    }

    private static String sidWithCookieOf(TestServer server, TestClient victim) {
        String cookie = "io=" + victim.sid();
        return TestClient.open(
                        server.port(), "subject_id=thief", with -> with.header("Cookie", cookie))
                .connected()
                .sid();
    }

    @Test
    void cookieTakesOverNoSession() {
        try (TestServer server = TestServer.with()) {
            TestClient victim = server.client("victim");
            assertThat(sidWithCookieOf(server, victim)).isNotEqualTo(victim.sid());
            victim.emit("join", "{}").await("waiting_room");
        }
        try (TestServer server = TestServer.without(Guard.RANDOM_SESSIONS)) {
            TestClient victim = server.client("victim");
            assertThat(sidWithCookieOf(server, victim)).isEqualTo(victim.sid());
        }
    }

    private static TestClient announcesAttachments(TestServer server) {
        return server.client("attacker")
                .raw("452-[\"join\",{\"_placeholder\":true,\"num\":0}]")
                .emit("leave", "{}");
    }

    @Test
    void binaryPacketsAreRefusedAndSwallowNothing() {
        try (TestServer server = TestServer.with()) {
            TestClient attacker = announcesAttachments(server);
            assertThat(attacker.await("refused").path("event").asText()).isEqualTo("packet");
            assertThat(attacker.await("refused").path("type").asText()).isEqualTo("not-waiting");
        }
        try (TestServer server = TestServer.without(Guard.NO_BINARY)) {
            assertThat(announcesAttachments(server).poll(300))
                    .as("the next event was taken for an attachment")
                    .isNull();
        }
    }

    @Test
    void binaryFramesEndTheConnection() {
        try (TestServer server = TestServer.with()) {
            TestClient attacker = server.client("attacker");
            attacker.socket().sendBinary(ByteBuffer.allocate(10), true).join();

            assertThat(attacker.awaitClosed()).isEqualTo(1008);
        }
    }

    /** The server's answer to a handshake that offers compression. */
    private static String offersCompression(TestServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            String request = String.join(
                    "\r\n",
                    "GET /socket.io/?EIO=4&transport=websocket&subject_id=ann HTTP/1.1",
                    "Host: 127.0.0.1",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Extensions: permessage-deflate",
                    "",
                    "");
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            return head.toString();
        }
    }

    @Test
    void framesAreNotCompressed() throws IOException {
        try (TestServer server = TestServer.with()) {
            assertThat(offersCompression(server))
                    .contains("101 Switching Protocols")
                    .doesNotContainIgnoringCase("permessage-deflate");
        }
        try (TestServer server = TestServer.without(Guard.NO_COMPRESSION)) {
            assertThat(offersCompression(server)).containsIgnoringCase("permessage-deflate");
        }
    }

    /** Answers each message of anybody with 15 MB to whoever came first. */
    private static final class Gusher implements LobbyUnderTest {

        private static final ServerMessage DROP = new ServerMessage.RelayedSignal(
                new ProbeId(1, 1),
                SignalType.OFFER,
                new SubjectId("x"),
                new JsonPayload(new TextNode("x".repeat(15_000)), 15_000));

        private Input.@Nullable Connect first;

        @Override
        public void accept(long nowNanos, Input input, EffectSink effects) {
            if (input instanceof Input.Connect connect && first == null) {
                first = connect;
            } else if (input instanceof Input.Receive receive) {
                Input.Connect victim = first;
                for (int i = 0; i < 1_000 && victim != null; i++) {
                    effects.emit(new Effect.Send(victim.socket(), victim.subject(), DROP));
                }
                effects.emit(new Effect.Send(
                        receive.socket(), new SubjectId("sender"), new ServerMessage.Superseded()));
            }
        }

        @Override
        public long nextDeadlineNanos() {
            return NO_DEADLINE;
        }
    }

    private static TestClient gushesAtPausedClient(TestServer server, int times) {
        TestClient victim = server.client("victim");
        victim.stopReading();
        TestClient sender = server.client("sender");
        for (int i = 0; i < times; i++) {
            sender.emit("leave", "{}").await("superseded");
        }
        return victim;
    }

    @Test
    void slowReaderIsClosedAndTheSenderIsNot() {
        try (TestServer server = TestServer.around(new Gusher(), EnumSet.allOf(Guard.class))) {
            gushesAtPausedClient(server, 20);

            assertThat(server.metric("sonde_unread_bytes")).as("of 300 MB").isLessThan(1 << 20);
            server.awaitMetric("sonde_slow_readers_closed_total", 1);
            server.awaitMetric("sonde_connections", 1);
        }
        EnumSet<Guard> others = EnumSet.complementOf(EnumSet.of(Guard.OUTBOUND_BUDGET));
        try (TestServer server = TestServer.around(new Gusher(), others)) {
            gushesAtPausedClient(server, 1);

            assertThat(server.metric("sonde_unread_bytes")).as("of 15 MB").isGreaterThan(5 << 20);
            assertThat(server.metric("sonde_connections")).isEqualTo(2);
        }
    }

    private static void floods(TestServer server, int frames) {
        TestClient attacker = server.client("attacker");
        try {
            for (int i = 0; i < frames && !attacker.isClosed(); i++) {
                attacker.raw("42[\"noise\"]");
            }
        } catch (CompletionException e) {
            // Closed in the middle of a frame, as it should be.
        }
    }

    @Test
    void floodIsCut() {
        try (TestServer server = TestServer.with()) {
            floods(server, 20_000);

            server.awaitMetric("sonde_guarded_total{what=\"flood\"}", 1);
            server.awaitMetric("sonde_connections", 0);
        }
        try (TestServer server = TestServer.without(Guard.INBOUND_BUDGET)) {
            floods(server, 2_000);

            server.awaitMetric("sonde_inputs_total{pool=\"default\"}", 2_001);
            assertThat(server.metric("sonde_connections")).isEqualTo(1);
        }
    }

    @Test
    void deadPeerIsNoticedWithin28SecondsAndNoSoonerThan20() {
        try (TestServer server = TestServer.with()) {
            TestClient ann = server.client("ann");

            assertThat(ann.greeting())
                    .contains("\"pingInterval\":8000")
                    .contains("\"pingTimeout\":20000");
        }
    }

    @Test
    void silentClientIsNoticedAndAnAnsweringOneStays() {
        ServerConfig.ConnectionLimits quick =
                new ServerConfig.ConnectionLimits(100, 200, 1_500, 5_000);
        try (TestServer server = TestServer.with(quick)) {
            TestClient answering = server.client("answering");
            server.client("silent").stopAnsweringPings();

            server.awaitMetric("sonde_connections", 2);
            server.awaitMetric("sonde_connections", 1);
            answering.emit("join", "{}").await("waiting_room");
        }
    }

    @Test
    void endOfAConnectionIsToldOnce() {
        try (TestServer server = TestServer.with()) {
            server.client("ann").raw("41").awaitClosed();
            server.awaitMetric("sonde_connections", 0);
            server.client("bob").emit("join", "{}").await("waiting_room");

            assertThat(server.metric("sonde_inputs_total{pool=\"default\"}"))
                    .as("connect, disconnect, connect, join")
                    .isEqualTo(4);
        }
    }

    @Test
    void tooManyConnectionsAreRefused() {
        ServerConfig.ConnectionLimits one =
                new ServerConfig.ConnectionLimits(1, 8_000, 20_000, 5_000);
        try (TestServer server = TestServer.with(one)) {
            server.client("ann");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> TestClient.open(
                            server.port(), "subject_id=bob", UnaryOperator.identity()))
                    .hasMessageContaining("handshake refused");
        }
    }

    @Test
    void largeFramesAndLargeEventsAreRefused() {
        try (TestServer server = TestServer.with()) {
            TestClient ann = server.client("ann");
            ann.emit("probe_signal", "{\"a\":\"" + "x".repeat(17_000) + "\"}");
            assertThat(ann.await("refused").path("type").asText()).isEqualTo("too-large");
            ann.raw("42[\"x\",\"" + "x".repeat(70_000) + "\"]");
            assertThat(ann.awaitClosed()).isIn(1009, 1006);
        }
    }
}
