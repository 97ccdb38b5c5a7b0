package dev.sonde.bench.sockets;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Both tables of real sockets: CPU of the server for each relayed message, in rounds that take the
 * servers by turns, and resident memory for each idle connection.
 */
public final class Sockets {

    private static final String OURS = "sonde";
    private static final String BARE = "netty-socketio echo";
    private static final String NODE = "node socket.io echo";
    private static final int PAIRS = 10;
    private static final int ROUNDS = 5;
    private static final long WARM_UP_MESSAGES = 400_000;
    private static final int WARM_UP_SECONDS = 40;
    private static final int ROUND_MILLIS = 3_000;
    private static final int FIRST = 300;
    private static final int IDLE = 3_000;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("talkers", true), NioIoHandler.newFactory());

    private Sockets() {}

    /** @param args {@code relay} or {@code idle} for one of them, nothing for both */
    public static void main(String[] args) throws IOException, InterruptedException {
        Sockets sockets = new Sockets();
        if (args.length == 0 || args[0].equals("relay")) {
            sockets.relay();
        }
        if (args.length == 0 || args[0].equals("idle")) {
            sockets.idle();
        }
        System.exit(0);
    }

    private void relay() throws IOException, InterruptedException {
        List<PeerProcess> peers = new ArrayList<>();
        try {
            peers.add(PeerProcess.java(OURS, List.of(), SondePeer.class));
            peers.add(PeerProcess.java(BARE, List.of(), BarePeer.class));
            addNode(peers);
            Map<PeerProcess, Talkers> talkers = new LinkedHashMap<>();
            for (PeerProcess peer : peers) {
                Talkers pairs = new Talkers(group, peer.port(), peer.name().equals(OURS));
                pairs.open(2 * PAIRS, true);
                warmUp(pairs);
                talkers.put(peer, pairs);
            }
            print(rounds(talkers));
        } finally {
            peers.forEach(PeerProcess::close);
        }
    }

    /** Until compilers have little left to do, or for so long on a busy machine. */
    private static void warmUp(Talkers talkers) throws InterruptedException {
        long patience = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        talkers.talk();
        while (talkers.heard() < WARM_UP_MESSAGES && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
        talkers.fallSilent();
    }

    private static Map<String, List<Double>> rounds(Map<PeerProcess, Talkers> talkers)
            throws IOException, InterruptedException {
        Map<String, List<Double>> micros = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<PeerProcess, Talkers> peer : talkers.entrySet()) {
                micros.computeIfAbsent(peer.getKey().name(), key -> new ArrayList<>())
                        .add(microsOfRound(peer.getKey(), peer.getValue(), ROUND_MILLIS));
            }
        }
        return micros;
    }

    private static double microsOfRound(PeerProcess peer, Talkers talkers, int millis)
            throws IOException, InterruptedException {
        double cpu = peer.cpuSeconds();
        long heard = talkers.heard();
        talkers.talk();
        Thread.sleep(millis);
        talkers.fallSilent();
        return 1e6 * (peer.cpuSeconds() - cpu) / Math.max(1, talkers.heard() - heard);
    }

    private static void print(Map<String, List<Double>> micros) {
        line("CPU for each relayed message, %d pairs, medians of %d rounds", PAIRS, ROUNDS);
        double ours = median(micros.getOrDefault(OURS, List.of()));
        micros.forEach((name, rounds) -> line(
                "  %-22s %6.2f us   %5.2f of ours   rounds %s",
                name,
                median(rounds),
                median(rounds) / ours,
                rounds.stream()
                        .map(one -> String.format(Locale.ROOT, "%.2f", one))
                        .toList()));
        List<Double> ratios = new ArrayList<>();
        List<Double> bare = micros.getOrDefault(BARE, List.of());
        List<Double> sonde = micros.getOrDefault(OURS, List.of());
        for (int i = 0; i < bare.size(); i++) {
            ratios.add(sonde.get(i) / bare.get(i));
        }
        line("  ours by the bare echo, median of the rounds: %.2f (at most 1.25)", median(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private void idle() throws IOException, InterruptedException {
        line("resident memory for each of %d idle connections", IDLE);
        // Little room for what is new, so that what is dead by now is not counted.
        List<String> small = List.of("-Xmn4m");
        idle(PeerProcess.java(OURS, small, SondePeer.class), "at most 16 KiB");
        idle(PeerProcess.java(BARE, small, BarePeer.class), "without compression");
    }

    /** Some come first, so that classes and first buffers are not counted. */
    private void idle(PeerProcess peer, String note) throws IOException, InterruptedException {
        try (peer) {
            Talkers idlers = new Talkers(group, peer.port(), false);
            idlers.open(FIRST, false);
            long before = peer.residentBytes();
            idlers.open(IDLE, false);
            long after = peer.residentBytes();
            line("  %-22s %6.1f KiB (%s)", peer.name(), (after - before) / 1024.0 / IDLE, note);
        }
    }

    private static void addNode(List<PeerProcess> peers) throws IOException {
        Path modules =
                Path.of(System.getProperty("node.modules", "bench/target/node/node_modules"));
        if (!Files.isDirectory(modules.resolve("socket.io"))) {
            line(
                    "%s: not here; npm install --prefix bench/target/node socket.io@4.8.1"
                            + " brings it",
                    NODE);
            return;
        }
        Path script = Files.createTempFile("echo", ".cjs");
        script.toFile().deleteOnExit();
        try (InputStream in = Sockets.class.getResourceAsStream("echo.cjs")) {
            if (in == null) {
                throw new IOException("echo.cjs is not in the jar");
            }
            Files.write(script, in.readAllBytes());
        }
        ProcessBuilder node = new ProcessBuilder("node", script.toString());
        node.environment().put("NODE_PATH", modules.toAbsolutePath().toString());
        peers.add(PeerProcess.start(NODE, node));
    }

    private static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
