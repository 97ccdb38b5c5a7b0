package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is almost a request. Broken frames and packets are an attack of the load tool. */
class BrokenRequestsTest {

    private static final int TIMES = 20;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String DOOR = "GET /socket.io/?EIO=4&transport=websocket&subject_id=eve";
    private static final String UPGRADE = String.join(
            "\r\n",
            " HTTP/1.1",
            "Host: 127.0.0.1",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "");

    private static final List<String> REQUESTS = List.of(
            "",
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "\u0000\u0001\u0002\u00ff\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nX: " + "a".repeat(100_000) + "\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "PUT /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\nhello",
            "POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /socket.io/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            "GET /socket.io/?subject_id=%zz" + UPGRADE + "Sec-WebSocket-Version: 13\r\n\r\n",
            DOOR + "&EIO=x&EIO=" + UPGRADE + "Sec-WebSocket-Version: 7\r\n\r\n",
            DOOR + "%0d%0a" + UPGRADE + "Sec-WebSocket-Version: 13\r\n\r\n",
            DOOR + "&sid=1" + UPGRADE + "Sec-WebSocket-Version: 13\r\n\r\n",
            DOOR + UPGRADE + "\r\n",
            DOOR + UPGRADE + "Sec-WebSocket-Version: 13\r\n\r\n");

    /** The status that the server says; empty if it only closes. */
    private static String status(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readAllBytes();
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            return text.startsWith("HTTP/1.1 ") ? text.substring(9, 12) : text;
        } catch (SocketException e) {
            // Closed with some of it unread.
            return "";
        }
    }

    @Test
    void brokenRequestsAreDeniedOrClosedAndNothingOfThemStays() throws IOException {
        try (TestServer server = TestServer.with()) {
            TestClient ann = server.client("ann");
            for (int i = 0; i < TIMES * REQUESTS.size(); i++) {
                String request = REQUESTS.get(i % REQUESTS.size());
                assertThat(status(server.port(), request))
                        .as("status of the answer to %s, or none", request)
                        .matches("|4\\d\\d");
            }

            ann.emit("join", "{}").await("waiting_room");
            server.awaitMetric("sonde_connections", 1);
            assertThat(server.log).as("lines of the log, since it started").hasSize(1);
        }
    }
}
