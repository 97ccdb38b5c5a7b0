package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentials;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Our credentials held against a real TURN server, coturn. Run by {@code .ci/clients}, which
 * installs it.
 */
class TurnIT {

    private static final String SECRET = "a secret that both of us know";

    @TempDir
    private Path folder = Path.of("");

    private final int port;
    private final Process coturn;

    TurnIT() throws IOException {
        this.port = freePort();
        Path log = Files.createTempFile("coturn", ".log");
        this.coturn = new ProcessBuilder(List.of(
                        "turnserver",
                        "-n",
                        "--listening-ip=127.0.0.1",
                        "--relay-ip=127.0.0.1",
                        "--listening-port=" + port,
                        "--use-auth-secret",
                        "--static-auth-secret=" + SECRET,
                        "--realm=sonde",
                        "--no-tls",
                        "--no-dtls",
                        "--no-cli",
                        "--allow-loopback-peers",
                        "--log-file=stdout",
                        "--pidfile=" + log + ".pid"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        coturn.destroyForcibly();
    }

    private static TurnCredentials issued(String secret, long nowSeconds) {
        return new TurnIssuer(Secret.of(secret), List.of(), 120, () -> nowSeconds)
                .credentialsFor(new SubjectId("ann"), 0);
    }

    /** True if somebody with these credentials gets an allocation and data through it. */
    private boolean isLetThrough(TurnCredentials credentials)
            throws IOException, InterruptedException {
        Path output = folder.resolve("client.log");
        Process client = new ProcessBuilder(List.of(
                        "turnutils_uclient",
                        "-y",
                        "-n",
                        "3",
                        "-p",
                        Integer.toString(port),
                        "-u",
                        credentials.username(),
                        "-w",
                        credentials.credential(),
                        "127.0.0.1"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!client.waitFor(20, TimeUnit.SECONDS)) {
            client.destroyForcibly();
        }
        return Files.readString(output).contains("Total lost packets 0 (");
    }

    /** Waits until the server answers. */
    private void awaitServer(TurnCredentials good) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isLetThrough(good)) {
            assertThat(System.nanoTime()).as("coturn answers").isLessThan(deadline);
        }
    }

    @Test
    void goodCredentialsAreTakenAndOthersAreNot() throws IOException, InterruptedException {
        long now = System.currentTimeMillis() / 1000;
        awaitServer(issued(SECRET, now));

        assertThat(isLetThrough(issued("another secret", now)))
                .as("another secret")
                .isFalse();
        assertThat(isLetThrough(issued(SECRET, now - 1_000))).as("expired").isFalse();
    }
}
