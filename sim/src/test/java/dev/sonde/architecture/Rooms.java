package dev.sonde.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may import whom, as data: one room (package) a line, in the direction in which things flow.
 *
 * <p>Every room may import the JDK, JSpecify's annotations and itself. A new room is a new line
 * here; a line whose room is gone, or a room without a line, fails {@link ImportRulesTest}.
 */
final class Rooms {

    /** The core, as the bench sees it. */
    private static final List<String> MACHINES = List.of(
            "dev.sonde.protocol",
            "dev.sonde.presence",
            "dev.sonde.probe",
            "dev.sonde.matchmaking",
            "dev.sonde.lobby");

    private static final String JSON = "com.fasterxml.jackson..";
    private static final String YAML = "org.snakeyaml.engine..";
    private static final String SCHEMA = "com.github.victools..";
    private static final String STATISTICS = "org.apache.commons..";
    private static final String GRAPHS = "org.jgrapht..";
    private static final String BYTECODE = "org.objectweb.asm..";
    private static final String COMMANDS = "picocli..";

    /** The JDK's own. */
    private static final String XML = "javax.xml.stream";

    private static final String JFR = "jdk.jfr..";
    private static final String TESTS = "org.junit..";
    private static final String ASSERTIONS = "org.opentest4j..";
    private static final String PROPERTIES = "net.jqwik..";

    static final List<Room> ALL = List.of(
            // core: passive machines. Knows nothing of the simulation.
            room("dev.sonde.deadlines"),
            room("dev.sonde.protocol").with(JSON),
            room("dev.sonde.transitions", "dev.sonde.protocol"),
            room(
                    "dev.sonde.presence",
                    "dev.sonde.deadlines",
                    "dev.sonde.protocol",
                    "dev.sonde.transitions"),
            room(
                    "dev.sonde.probe",
                    "dev.sonde.deadlines",
                    "dev.sonde.protocol",
                    "dev.sonde.transitions"),
            // The waiting room is told how the probes that it asked for have ended.
            room(
                    "dev.sonde.matchmaking",
                    "dev.sonde.deadlines",
                    "dev.sonde.protocol",
                    "dev.sonde.transitions",
                    "dev.sonde.probe"),
            room(
                    "dev.sonde.lobby",
                    "dev.sonde.deadlines",
                    "dev.sonde.protocol",
                    "dev.sonde.transitions",
                    "dev.sonde.presence",
                    "dev.sonde.probe",
                    "dev.sonde.matchmaking"),
            // The other driver: real sockets. Nothing else sees netty.
            room("dev.sonde.server", "dev.sonde.server.record")
                    .and(MACHINES)
                    .with(
                            JSON,
                            "io.netty..",
                            "com.corundumstudio.socketio..",
                            "javax.crypto..",
                            JFR),
            room("dev.sonde.server.record", "dev.sonde.protocol", "dev.sonde.lobby")
                    .with(JSON),
            // Starts servers with limits of its own, to show what the limits are for.
            room(
                            "dev.sonde.server.load",
                            "dev.sonde.server",
                            "dev.sonde.lobby",
                            "dev.sonde.presence",
                            "dev.sonde.probe")
                    .with(JSON, "io.netty.."),
            // The world, which knows no probe protocol.
            room("dev.sonde.sim.kernel"),
            room("dev.sonde.sim.trace", "dev.sonde.sim.kernel").with(JSON),
            // Looks into any object of a run, and knows none of them.
            room("dev.sonde.sim.state", "dev.sonde.sim.kernel").with(BYTECODE),
            room("dev.sonde.sim.network", "dev.sonde.sim.kernel", "dev.sonde.sim.trace"),
            // Packet detail: machines of their own, put together in the last of these rooms.
            room("dev.sonde.sim.network.nat", "dev.sonde.sim.network"),
            room(
                    "dev.sonde.sim.network.ice",
                    "dev.sonde.transitions",
                    "dev.sonde.sim.network",
                    "dev.sonde.sim.network.nat"),
            room(
                    "dev.sonde.sim.network.turn",
                    "dev.sonde.transitions",
                    "dev.sonde.sim.network.nat"),
            room("dev.sonde.sim.network.transport", "dev.sonde.transitions"),
            room(
                    "dev.sonde.sim.network.packet",
                    "dev.sonde.transitions",
                    "dev.sonde.sim.kernel",
                    "dev.sonde.sim.network",
                    "dev.sonde.sim.network.nat",
                    "dev.sonde.sim.network.ice",
                    "dev.sonde.sim.network.turn",
                    "dev.sonde.sim.network.transport"),
            // Two browsers alone, and the tables that come of it.
            room(
                    "dev.sonde.sim.lab",
                    "dev.sonde.sim.kernel",
                    "dev.sonde.sim.network",
                    "dev.sonde.sim.network.ice",
                    "dev.sonde.sim.network.packet"),
            // What came of a run, whatever was measured in it, and how.
            room("dev.sonde.sim.outcome", "dev.sonde.sim.kernel", "dev.sonde.sim.trace")
                    .with(STATISTICS, GRAPHS),
            // The WebRTC probe as a pack: its clients, its claims.
            room(
                            "dev.sonde.sim.peer",
                            "dev.sonde.protocol",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.network")
                    .with(JSON),
            room(
                            "dev.sonde.sim.oracle",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.outcome")
                    .and(MACHINES),
            // Scenarios are records; who comes and when follows from them.
            room(
                            "dev.sonde.sim.scenario",
                            "dev.sonde.protocol",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.network",
                            "dev.sonde.sim.network.ice")
                    .with(JSON, YAML, SCHEMA),
            room(
                    "dev.sonde.sim.population",
                    "dev.sonde.protocol",
                    "dev.sonde.sim.kernel",
                    "dev.sonde.sim.network",
                    "dev.sonde.sim.peer",
                    "dev.sonde.sim.scenario"),
            // Positive controls: lobbies that are wrong on purpose.
            room("dev.sonde.sim.broken", "dev.sonde.transitions").and(MACHINES),
            // Explores whatever stands behind its port; knows no protocol.
            room("dev.sonde.sim.explore", "dev.sonde.sim.kernel", "dev.sonde.sim.trace")
                    .with(JSON),
            // The seam: what a pack gives, and how packs are found.
            room(
                    "dev.sonde.sim.pack",
                    "dev.sonde.sim.kernel",
                    "dev.sonde.sim.trace",
                    "dev.sonde.sim.explore",
                    "dev.sonde.sim.outcome",
                    "dev.sonde.sim.scenario"),
            // One run of the WebRTC probe.
            room(
                            "dev.sonde.sim",
                            "dev.sonde.transitions",
                            "dev.sonde.sim.pack",
                            "dev.sonde.sim.explore",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.state",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.network",
                            "dev.sonde.sim.network.ice",
                            "dev.sonde.sim.network.packet",
                            "dev.sonde.sim.peer",
                            "dev.sonde.sim.oracle",
                            "dev.sonde.sim.outcome",
                            "dev.sonde.sim.scenario",
                            "dev.sonde.sim.population",
                            "dev.sonde.sim.broken")
                    .and(MACHINES)
                    .with(JSON),
            // The second pack. Of the first it shares the people of a scenario, as they are drawn.
            room(
                    "dev.sonde.sim.relayping",
                    "dev.sonde.protocol",
                    "dev.sonde.sim.pack",
                    "dev.sonde.sim.kernel",
                    "dev.sonde.sim.trace",
                    "dev.sonde.sim.state",
                    "dev.sonde.sim.network",
                    "dev.sonde.sim.explore",
                    "dev.sonde.sim.outcome",
                    "dev.sonde.sim.peer",
                    "dev.sonde.sim.scenario",
                    "dev.sonde.sim.population"),
            // Many runs, as numbers; knows no protocol.
            room("dev.sonde.sim.study", "dev.sonde.sim.kernel").with(JSON, STATISTICS),
            // What is said about runs: reads outcomes, knows no protocol.
            room(
                            "dev.sonde.sim.report",
                            "dev.sonde.sim.explore",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.outcome",
                            "dev.sonde.sim.study")
                    .with(JSON, STATISTICS, COMMANDS, XML),
            // Coordinators in processes of their own: a driver, like the server.
            room("dev.sonde.sim.child", "dev.sonde.sim", "dev.sonde.sim.peer")
                    .and(MACHINES)
                    .with(JSON),
            // A report as one HTML file: how it looks, and what stands on it.
            room("dev.sonde.sim.report.html", "dev.sonde.sim.trace").with(JSON),
            room(
                    "dev.sonde.sim.report.page",
                    "dev.sonde.sim.report",
                    "dev.sonde.sim.report.html",
                    "dev.sonde.sim.explore",
                    "dev.sonde.sim.trace",
                    "dev.sonde.sim.outcome",
                    "dev.sonde.sim.study"),
            // For other people's tests; nothing else in the project needs it.
            room(
                            "dev.sonde.sim.testing",
                            "dev.sonde.sim",
                            "dev.sonde.sim.pack",
                            "dev.sonde.sim.explore",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.outcome",
                            "dev.sonde.sim.scenario",
                            "dev.sonde.sim.population")
                    .with(TESTS, ASSERTIONS, PROPERTIES),
            // The only main. Sees everything, and nothing sees it.
            room(
                            "dev.sonde.sim.cli",
                            "dev.sonde.server",
                            "dev.sonde.server.load",
                            "dev.sonde.server.record",
                            "dev.sonde.transitions",
                            "dev.sonde.sim.pack",
                            "dev.sonde.sim",
                            "dev.sonde.sim.lab",
                            "dev.sonde.sim.kernel",
                            "dev.sonde.sim.trace",
                            "dev.sonde.sim.network",
                            "dev.sonde.sim.network.ice",
                            "dev.sonde.sim.network.packet",
                            "dev.sonde.sim.peer",
                            "dev.sonde.sim.oracle",
                            "dev.sonde.sim.outcome",
                            "dev.sonde.sim.scenario",
                            "dev.sonde.sim.population",
                            "dev.sonde.sim.broken",
                            "dev.sonde.sim.child",
                            "dev.sonde.sim.explore",
                            "dev.sonde.sim.study",
                            "dev.sonde.sim.report",
                            "dev.sonde.sim.report.html",
                            "dev.sonde.sim.report.page")
                    .and(MACHINES)
                    .with(JSON, YAML, SCHEMA, STATISTICS, COMMANDS));

    private Rooms() {}

    static Room room(String name, String... imports) {
        return new Room(name, List.of(imports), List.of());
    }

    /**
     * One package.
     *
     * @param imports the other rooms that it may import, by their full names
     * @param libraries patterns of the third-party packages that it may import
     */
    record Room(String name, List<String> imports, List<String> libraries) {

        Room and(List<String> more) {
            return new Room(name, joined(imports, more), libraries);
        }

        Room with(String... more) {
            return new Room(name, imports, joined(libraries, List.of(more)));
        }

        String[] allowedPackages() {
            List<String> always = List.of(name, "java..", "org.jspecify.annotations");
            return joined(joined(always, imports), libraries).toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
