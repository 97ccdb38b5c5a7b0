package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;
import dev.sonde.bench.table.Study.Plotted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is measured, in the order of the page: what is promised first, then its parts.
 */
final class Studies {

    /** DSOL wants this one, whatever else is on the class path. */
    private static final String LOGBACK =
            "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider";

    private static final String BOUND = "bound";

    /** Lines each second that one process is to answer. */
    private static final int PIPED = 20_000;

    static final Arm HEAP = Arm.benchmark(Study.HEAP, "HoldModel.bareHeap", "pending=1024");

    private final Path root;
    private final WholeProcesses processes;

    /** @param root of the source tree */
    Studies(Path root) {
        this.root = root;
        this.processes = new WholeProcesses(root);
    }

    List<Study> all() {
        List<Study> all = new ArrayList<>();
        all.add(kernel(16, 2.5, 5, 20));
        all.add(kernel(1024, 1.6, 2, 10));
        all.add(kernel(65536, 3.5, 5, 20));
        all.add(probe("probe-flow", "A whole probe, flow detail", "flow", 60_000));
        all.add(probe("probe-packet", "A whole probe, packet detail", "packet", 10_000));
        all.add(schedules());
        all.add(states());
        all.add(parallel());
        all.add(pipe());
        all.add(piped());
        all.add(processes.million());
        all.add(coordinator());
        all.add(Growth.waiting("fifo", 2));
        all.add(Growth.waiting("latency-fifo", 0));
        all.add(Growth.waiting("group-reunion", 0));
        all.add(liveProbe());
        all.add(processes.relay());
        all.add(processes.idle());
        all.add(processes.start());
        all.add(choices());
        all.add(beside(
                "digest", "Digest of the trace", "entry", "TraceDigest.", "digest", "bareMix"));
        all.add(timers());
        all.add(beside(
                "codec-read",
                "Codec, from bytes to a message",
                "message",
                "Codec.",
                "read",
                "bareRead"));
        all.add(beside(
                "codec-write",
                "Codec, from a message to bytes",
                "message",
                "Codec.",
                "write",
                "bareWrite"));
        all.add(shrink());
        all.add(Growth.crowd());
        all.add(Growth.live());
        all.add(Growth.length());
        return all;
    }

    /** Without what takes a minute, however short its rounds are. */
    List<Study> quick() {
        return all().stream()
                .filter(study -> !study.id().equals(WholeProcesses.MILLION))
                .toList();
    }

    private Arm peer(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("bench/peers/run").toString());
        command.addAll(List.of(arguments));
        return Arm.program(name, command.toArray(String[]::new));
    }

    static Study compared(
            String id, String title, String unit, Effort effort, List<Arm> arms, List<Aim> aims) {
        return new Study(id, title, unit, arms, aims, effort, Plotted.NO);
    }

    private Study kernel(int pending, double ssj, double dsol, double simpy) {
        String size = "pending=" + pending;
        return compared(
                "kernel-" + pending,
                "Event kernel, " + Figures.count(pending) + " pending",
                "event",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "HoldModel.kernel", size),
                        Arm.benchmark(BOUND, "HoldModel.bareHeap", size),
                        Arm.benchmark("SSJ", "peers.SsjHold.hold", size),
                        Arm.benchmark("DSOL", "peers.DsolHold.hold", size).with(LOGBACK),
                        peer("SimPy", "simpy", Integer.toString(pending)),
                        peer("ns-3", "ns3", Integer.toString(pending))),
                List.of(
                        Aim.within(BOUND, 1.6),
                        Aim.quicker("SSJ", ssj),
                        Aim.quicker("DSOL", dsol),
                        Aim.quicker("SimPy", simpy),
                        Aim.beside("ns-3")));
    }

    private static Study probe(String id, String title, String detail, int perSecond) {
        String at = "detail=" + detail;
        return compared(
                id,
                title,
                "probe",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "WholeProbe.pairs", at, "network=constant")
                                .asLaunched(),
                        HEAP,
                        Arm.benchmark("on fibre", "WholeProbe.pairs", at, "network=fibre")
                                .asLaunched()),
                List.of(Aim.perSecond(perSecond), Aim.beside("on fibre")));
    }

    private static Study schedules() {
        return compared(
                "schedules",
                "Schedules: two people, one drop, the timers, all claims",
                "schedule",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "Schedules.schedules", "pairs=1")
                                .asLaunched(),
                        HEAP,
                        Arm.benchmark("Lincheck", "peers.LincheckSchedules.schedules")),
                List.of(Aim.perSecond(100_000), Aim.quicker("Lincheck", 25)));
    }

    private static Study states() {
        return compared(
                "states",
                "States, exhaustive search of the same scope",
                "state",
                Effort.WHOLE_RUNS,
                List.of(Arm.benchmark(Study.OURS, "States.states").asLaunched(), HEAP),
                List.of(Aim.perSecond(200_000)));
    }

    private static Study parallel() {
        return compared(
                "parallel",
                "Seeds in parallel, two threads",
                "schedule",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "Schedules.schedules", "pairs=1", "threads=2")
                                .asLaunched(),
                        Arm.benchmark("one thread", "Schedules.schedules", "pairs=1")
                                .asLaunched()),
                List.of(Aim.quicker("one thread", 1.9)));
    }

    private static Study pipe() {
        String both = "two threads, two processes";
        return compared(
                "pipe",
                "Through the pipe, an input and its answer",
                "line",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "Pipe.input").asLaunched(),
                        HEAP,
                        Arm.benchmark(BOUND, "Pipe.bareEcho"),
                        Arm.benchmark(both, "Pipe.input", "threads=2").asLaunched()),
                List.of(Aim.perSecond(PIPED), Aim.over(BOUND), Aim.beside(both)));
    }

    /** The process's own work counts too: the tutorial's coordinators. */
    private Study piped() {
        String python = "in Python";
        String both = "two threads, two processes";
        String script = "command=node " + root.resolve("docs/tutorial/coordinator.mjs");
        return compared(
                "piped",
                "Exploring a coordinator in JavaScript",
                "line",
                WholeProcesses.COMPILED,
                List.of(
                        Arm.benchmark(Study.OURS, "PipedSchedules.lines", script)
                                .asLaunched(),
                        HEAP,
                        Arm.benchmark(both, "PipedSchedules.lines", script, "threads=2")
                                .asLaunched(),
                        Arm.benchmark(
                                        python,
                                        "PipedSchedules.lines",
                                        "command=python3 "
                                                + root.resolve("docs/tutorial/coordinator.py"))
                                .asLaunched()),
                List.of(Aim.perSecond(PIPED), Aim.beside(both), Aim.beside(python)));
    }

    private static Study coordinator() {
        return compared(
                "coordinator",
                "Coordinator, full life, 10 000 live",
                "probe",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "CoordinatorLife.life", "live=10000"),
                        Arm.benchmark(BOUND, "CoordinatorBound.bound", "live=10000")),
                List.of(Aim.within(BOUND, 2)));
    }

    private static Study liveProbe() {
        return compared(
                "live-probe",
                "Memory of a live probe, of 1 000 000",
                "probe",
                Effort.ONCE,
                List.of(Arm.benchmark(Study.OURS, "LiveProbes.create", "live=1000000")
                        .with("-Xmx4g")),
                List.of(Aim.size(512)));
    }

    private static Study choices() {
        String first = "first draw of somebody new";
        return compared(
                "choices",
                "The door for chance",
                "draw",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "ChoicesDoor.draw"),
                        Arm.benchmark(BOUND, "ChoicesDoor.bareMix"),
                        Arm.benchmark(first, "ChoicesDoor.firstDraw")),
                List.of(Aim.over(BOUND), Aim.beside(first)));
    }

    private static Study timers() {
        String jdk = "ScheduledThreadPoolExecutor";
        String netty = "HashedWheelTimer";
        String agrona = "Agrona";
        return compared(
                "timers",
                "Timers, one set and one cleared, 10 000 set",
                "timer",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "Timers.setAndClear"),
                        Arm.benchmark(jdk, "peers.TimerPeers.scheduledThreadPool"),
                        Arm.benchmark(netty, "peers.TimerPeers.hashedWheel"),
                        Arm.benchmark(agrona, "peers.TimerPeers.agronaWheel")),
                List.of(Aim.beside(jdk), Aim.beside(netty), Aim.beside(agrona)));
    }

    private static Study beside(
            String id, String title, String unit, String type, String ours, String bound) {
        return compared(
                id,
                title,
                unit,
                Effort.SMALL,
                List.of(Arm.benchmark(Study.OURS, type + ours), Arm.benchmark(BOUND, type + bound)),
                List.of(Aim.over(BOUND)));
    }

    private static Study shrink() {
        return compared(
                "shrink",
                "A step of shrinking",
                "candidate",
                Effort.WHOLE_RUNS,
                List.of(Arm.benchmark(Study.OURS, "ShrinkStep.shrink").asLaunched(), HEAP),
                List.of(Aim.over(Study.HEAP)));
    }
}
