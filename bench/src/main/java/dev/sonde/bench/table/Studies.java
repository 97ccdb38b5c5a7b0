package dev.sonde.bench.table;

import dev.sonde.bench.table.Study.Effort;
import dev.sonde.bench.table.Study.Per;
import dev.sonde.bench.table.Study.Plotted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is measured, in the order of the page. */
final class Studies {

    private static final String BOUND = "bound";
    private static final Arm HEAP = Arm.benchmark(Study.HEAP, "HoldModel.bareHeap", "pending=1024");

    private final Path root;

    /** @param root of the source tree */
    Studies(Path root) {
        this.root = root;
    }

    /** The table: ours beside others. */
    List<Study> table() {
        List<Study> all = new ArrayList<>();
        all.add(kernel(16, 2.5, 5, 20));
        all.add(kernel(1024, 1.6, 2, 10));
        all.add(kernel(65536, 3.5, 5, 20));
        all.add(choices());
        all.add(digest());
        all.add(probe("probe-flow", "A whole probe, flow detail", "flow", 60_000));
        all.add(probe("probe-packet", "A whole probe, packet detail", "packet", 10_000));
        all.add(schedules());
        all.add(states());
        all.add(parallel());
        all.add(shrink());
        all.add(coordinator());
        all.add(timers());
        all.add(codec("codec-read", "Codec, from bytes to a message", "read", "bareRead"));
        all.add(codec("codec-write", "Codec, from a message to bytes", "write", "bareWrite"));
        all.add(liveProbe());
        return all;
    }

    /** Growth: the same thing at several sizes. */
    List<Study> growth() {
        return List.of(
                crowd(),
                live(),
                waiting("fifo", 2),
                waiting("latency-fifo", 0),
                waiting("group-reunion", 0),
                length());
    }

    private Arm peer(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("bench/peers/run").toString());
        command.addAll(List.of(arguments));
        return Arm.program(name, command.toArray(String[]::new));
    }

    private static Study compared(
            String id, String title, String unit, Effort effort, List<Arm> arms, List<Aim> aims) {
        return new Study(id, title, unit, arms, aims, effort, Plotted.NO);
    }

    private Study kernel(int pending, double ssj, double dsol, double simpy) {
        String size = "pending=" + pending;
        return compared(
                "kernel-" + pending,
                "Event kernel, " + Figures.short3(pending) + " pending",
                "event",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "HoldModel.kernel", size),
                        Arm.benchmark(BOUND, "HoldModel.bareHeap", size),
                        Arm.benchmark("SSJ", "peers.SsjHold.hold", size),
                        Arm.benchmark("DSOL", "peers.DsolHold.hold", size),
                        peer("SimPy", "simpy", Integer.toString(pending)),
                        peer("ns-3", "ns3", Integer.toString(pending))),
                List.of(
                        Aim.within(BOUND, 1.6),
                        Aim.quicker("SSJ", ssj),
                        Aim.quicker("DSOL", dsol),
                        Aim.quicker("SimPy", simpy),
                        Aim.beside("ns-3")));
    }

    private static Study choices() {
        return compared(
                "choices",
                "The door for chance",
                "draw",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "ChoicesDoor.draw"),
                        Arm.benchmark(BOUND, "ChoicesDoor.bareMix"),
                        Arm.benchmark("first draw of somebody new", "ChoicesDoor.firstDraw")),
                List.of(Aim.beside(BOUND), Aim.beside("first draw of somebody new")));
    }

    private static Study digest() {
        return compared(
                "digest",
                "Digest of the trace",
                "entry",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "TraceDigest.digest"),
                        Arm.benchmark(BOUND, "TraceDigest.bareMix")),
                List.of(Aim.beside(BOUND)));
    }

    private static Study probe(String id, String title, String detail, int perSecond) {
        String at = "detail=" + detail;
        return compared(
                id,
                title,
                "probe",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "WholeProbe.pairs", at, "network=constant"),
                        HEAP,
                        Arm.benchmark("on fibre", "WholeProbe.pairs", at, "network=fibre")),
                List.of(
                        Aim.perSecond(
                                perSecond, Figures.short3(perSecond) + " probes/s on one core"),
                        Aim.beside("on fibre")));
    }

    private Study schedules() {
        return compared(
                "schedules",
                "Schedules: two people, one drop, the timers, all claims",
                "schedule",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "Schedules.schedules", "pairs=1"),
                        HEAP,
                        Arm.benchmark("Lincheck", "peers.LincheckSchedules.schedules")),
                List.of(
                        Aim.perSecond(100_000, "100 000 schedules/s on one core"),
                        Aim.quicker("Lincheck", 25)));
    }

    private static Study states() {
        return compared(
                "states",
                "States, exhaustive search of the same scope",
                "state",
                Effort.WHOLE_RUNS,
                List.of(Arm.benchmark(Study.OURS, "States.states"), HEAP),
                List.of(Aim.perSecond(200_000, "200 000 states/s")));
    }

    private static Study parallel() {
        return compared(
                "parallel",
                "Seeds in parallel, two threads",
                "schedule",
                Effort.WHOLE_RUNS,
                List.of(
                        Arm.benchmark(Study.OURS, "Schedules.schedules", "pairs=1", "threads=2"),
                        Arm.benchmark("one thread", "Schedules.schedules", "pairs=1", "threads=1")),
                List.of(Aim.quicker("one thread", 1.9)));
    }

    private static Study shrink() {
        return compared(
                "shrink",
                "A step of shrinking",
                "candidate",
                Effort.WHOLE_RUNS,
                List.of(Arm.benchmark(Study.OURS, "ShrinkStep.shrink"), HEAP),
                List.of(Aim.beside(Study.HEAP)));
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

    private static Study timers() {
        return compared(
                "timers",
                "Timers, one set and one cleared, 10 000 set",
                "timer",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "Timers.setAndClear"),
                        Arm.benchmark(
                                "ScheduledThreadPoolExecutor",
                                "peers.TimerPeers.scheduledThreadPool"),
                        Arm.benchmark("HashedWheelTimer", "peers.TimerPeers.hashedWheel"),
                        Arm.benchmark("Agrona", "peers.TimerPeers.agronaWheel")),
                List.of(
                        Aim.beside("ScheduledThreadPoolExecutor"),
                        Aim.beside("HashedWheelTimer"),
                        Aim.beside("Agrona")));
    }

    private static Study codec(String id, String title, String ours, String bare) {
        return compared(
                id,
                title,
                "message",
                Effort.SMALL,
                List.of(
                        Arm.benchmark(Study.OURS, "Codec." + ours),
                        Arm.benchmark(BOUND, "Codec." + bare)),
                List.of(Aim.beside(BOUND)));
    }

    private static Study liveProbe() {
        return compared(
                "live-probe",
                "A live probe, 1 000 000 of them",
                "probe's bytes of heap",
                Effort.ONCE,
                List.of(Arm.benchmark(Study.OURS, "LiveProbes.create", "live=1000000")
                        .with("-Xmx4g")),
                List.of());
    }

    private static Study crowd() {
        List<Arm> arms = new ArrayList<>();
        for (int people = 10; people <= 1_000_000; people *= 10) {
            arms.add(Arm.benchmark(Figures.short3(people), "Crowd.crowd", "people=" + people)
                    .with("-Xmx4g")
                    .at(people));
        }
        return new Study(
                "crowd",
                "A crowd in one run, flow detail",
                "run",
                arms,
                List.of(),
                new Effort(2, 1, 1),
                new Plotted("people", Per.EVENT));
    }

    private static Study live() {
        List<Arm> arms = new ArrayList<>();
        for (int live = 10; live <= 1_000_000; live *= 10) {
            arms.add(Arm.benchmark(Figures.short3(live), "CoordinatorLife.life", "live=" + live)
                    .with("-Xmx4g")
                    .at(live));
        }
        return new Study(
                "live",
                "Coordinator, full life",
                "probe",
                arms,
                List.of(),
                new Effort(1_500, 300, 3),
                new Plotted("live probes", Per.OPERATION));
    }

    private static Study waiting(String matchmaker, double bound) {
        List<Arm> arms = new ArrayList<>();
        for (int waiting = 10; waiting <= 100_000; waiting *= 10) {
            arms.add(Arm.benchmark(
                            Figures.short3(waiting),
                            "JoinToMatch.joinToMatch",
                            "waiting=" + waiting,
                            "matchmaker=" + matchmaker)
                    .at(waiting));
        }
        String least = Figures.short3(10);
        String most = Figures.short3(100_000);
        Aim aim = bound > 0
                ? new Aim("≤ 2 × from 10 to 100 000 waiting", most, least, bound, false)
                : new Aim("sub-linear from 10 to 100 000 waiting", most, least, 10_000, false);
        return new Study(
                "waiting-" + matchmaker,
                "Waiting room, " + matchmaker + ", join to match",
                "match",
                arms,
                List.of(aim),
                new Effort(1_000, 200, 5),
                new Plotted("people waiting", Per.OPERATION));
    }

    private static Study length() {
        List<Arm> arms = new ArrayList<>();
        for (int pairs = 1; pairs <= 16; pairs *= 2) {
            arms.add(Arm.benchmark(Integer.toString(pairs), "Schedules.schedules", "pairs=" + pairs)
                    .at(pairs));
        }
        return new Study(
                "length",
                "A schedule, by its length",
                "schedule",
                arms,
                List.of(),
                new Effort(3_000, 400, 3),
                new Plotted("pairs of people", Per.EVENT));
    }
}
