package dev.sonde.bench.sockets;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A netty-socketio that sends each message back: {@code bare}, with one worker and without
 * compression as our server is, or with its {@code defaults}.
 */
final class BarePeer {

    private static final String BARE = "bare";

    private BarePeer() {}

    /** Serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        Configuration config = new Configuration();
        config.setHostname("127.0.0.1");
        config.setPort(freePort());
        if (args[0].equals(BARE)) {
            config.setTransports(Transport.WEBSOCKET);
            config.setWorkerThreads(1);
            config.setBossThreads(1);
            config.setWebsocketCompression(false);
            config.getSocketConfig().setTcpNoDelay(true);
        }
        SocketIOServer server = new SocketIOServer(config);
        server.addEventListener(
                "probe_signal",
                JsonNode.class,
                (client, data, ack) -> client.sendEvent("probe_signal", data));
        server.start();
        PeerProcess.announce(config.getPort());
        server.stop();
    }

    /** The library does not tell which port it has bound. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
