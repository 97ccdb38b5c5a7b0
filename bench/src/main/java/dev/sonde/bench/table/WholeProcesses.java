package dev.sonde.bench.table;

import dev.sonde.bench.sockets.Idle;
import dev.sonde.bench.sockets.Relay;
import dev.sonde.bench.table.Study.Effort;

import java.nio.file.Path;
import java.util.List;

/** What is measured from outside: servers under load, and the command line as people start it. */
final class WholeProcesses {

    static final String MILLION = "crowd-million";

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double GIB = 1 << 30;
    private static final double KIB = 1 << 10;
    private static final String IDLE_CONNECTIONS = "3000";

    /** Compilers of a JVM have little left to do after that; the others have none. */
    static final Effort COMPILED = new Effort(12_000, 2_000, 5);

    private static final Effort INTERPRETED = new Effort(1_000, 2_000, 5);

    private final Path root;

    WholeProcesses(Path root) {
        this.root = root;
    }

    /** The heap's own limit leaves room for what else is resident. */
    Study million() {
        Arm ours = launched(
                Study.OURS,
                "env",
                "SONDE_JAVA_OPTS=-Xmx3584m",
                root.resolve("sonde").toString(),
                "run",
                "--quiet",
                "--json",
                root.resolve("scenarios/scale/crowd-million.yaml").toString());
        return Studies.compared(
                MILLION,
                "Big crowd, 1 000 000 people, flow detail",
                "run",
                Effort.ONCE,
                List.of(ours, Studies.HEAP.taking(Effort.SMALL)),
                List.of(Aim.time(60 * NANOS_PER_SECOND), Aim.size(4 * GIB)));
    }

    Study relay() {
        String bare = "bare netty-socketio";
        String node = "socket.io on Node";
        String flask = "Flask-SocketIO, eventlet";
        return Studies.compared(
                "relay",
                "Relay over real sockets, CPU of the server",
                "message",
                COMPILED,
                List.of(
                        relay(Study.OURS, "sonde"),
                        relay(bare, "bare"),
                        relay(node, program(), "node"),
                        relay(flask, program(), "flask").taking(INTERPRETED)),
                List.of(Aim.within(bare, 1.25), Aim.quicker(node, 1.5), Aim.quicker(flask, 30)));
    }

    Study idle() {
        String bare = "bare netty-socketio";
        String usual = "netty-socketio with its defaults";
        return Studies.compared(
                "idle",
                "Idle connection, resident memory, of 3 000",
                "connection",
                Effort.ONCE,
                List.of(idle(Study.OURS, "sonde"), idle(bare, "bare"), idle(usual, "defaults")),
                List.of(Aim.size(16 * KIB), Aim.sizeBeside(bare), Aim.sizeBeside(usual)));
    }

    Study start() {
        String nothing = "a JVM that does nothing";
        Arm ours = launched(
                Study.OURS,
                root.resolve("sonde").toString(),
                "run",
                root.resolve("scenarios/smoke/two-people.yaml").toString());
        Arm other = launched(
                nothing,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-version");
        return Studies.compared(
                "start",
                "Start of the command line, run smoke",
                "start",
                new Effort(2_000, 600, 7),
                List.of(ours, Studies.HEAP.taking(Effort.SMALL), other),
                List.of(Aim.time(0.6 * NANOS_PER_SECOND), Aim.over(nothing)));
    }

    private String program() {
        return root.resolve("bench/peers/run").toString();
    }

    private static Arm launched(String name, String... command) {
        return Arm.java(name, List.of(), Launch.class, List.of(command));
    }

    private static Arm relay(String name, String... server) {
        return Arm.java(name, List.of(), Relay.class, List.of(server));
    }

    private static Arm idle(String name, String server) {
        return Arm.java(name, List.of(), Idle.class, List.of(IDLE_CONNECTIONS, server));
    }
}
