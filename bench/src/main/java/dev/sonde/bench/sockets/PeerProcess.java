package dev.sonde.bench.sockets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, and what that takes. It prints {@code port PORT} when it
 * listens, or why it does not, and ends with its input.
 */
final class PeerProcess implements AutoCloseable {

    static final String SONDE = "sonde";

    private static final String PORT = "port ";
    private static final String MISSING = "missing";
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Process process;
    private final int port;

    private PeerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Says where it listens, and returns when nobody wants it any more. In the peer. */
    static void announce(int port) throws IOException {
        System.out.println(PORT + port);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Until the other end closes it.
        }
    }

    /** One of {@link #java}, or the command of a program. */
    static PeerProcess start(String... which) throws IOException, PeerException {
        return which.length == 1 ? java(which[0]) : start(List.of(which));
    }

    /**
     * A JVM with this class path, which gives memory back that it does not need.
     *
     * @param which {@code sonde}, {@code bare} for a netty-socketio set up as ours is, or
     *     {@code defaults} for one as it comes
     */
    static PeerProcess java(String which, String... options) throws IOException, PeerException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=5",
                "-XX:MaxHeapFreeRatio=10",
                "-Xmx512m"));
        command.addAll(List.of(options));
        Class<?> main = which.equals(SONDE) ? SondePeer.class : BarePeer.class;
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), main.getName(), which));
        return start(command);
    }

    private static PeerProcess start(List<String> command) throws IOException, PeerException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(PORT)) {
                return new PeerProcess(process, Integer.parseInt(line.substring(PORT.length())));
            }
            if (line.startsWith(MISSING)) {
                throw new PeerException(line.substring(MISSING.length()).strip());
            }
        }
        throw new PeerException("it did not say on which port it listens");
    }

    int port() {
        return port;
    }

    /** All threads, the collector's and compilers' too. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
                / TICKS_PER_SECOND;
    }

    /** Resident memory of a JVM, after a collection. */
    long residentBytes() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        }
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("no VmRSS of process " + process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
