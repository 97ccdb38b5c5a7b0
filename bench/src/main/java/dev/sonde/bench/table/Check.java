package dev.sonde.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the gate looks at: the bytes of one of our benchmarks, and its time beside another one's.
 *
 * @param id in the baseline
 * @param benchmark with its parameters
 * @param beside the yardstick: the benchmark that its time is told by, with its parameters; empty
 *     if only the bytes count
 * @param isAlike true if the yardstick does the same kind of work, so that their ratio is much the
 *     same on another processor
 * @param batch how many calls the bytes are counted over
 */
record Check(String id, List<String> benchmark, List<String> beside, boolean isAlike, int batch) {

    private static final String BENCHMARKS = "dev.sonde.bench.";

    /**
     * One collector without threads of its own, one heap, and code that waits until it is compiled,
     * or warming up would take as long as others leave the compilers no processor.
     */
    private static final List<String> SAME_EVERYWHERE =
            List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m", "-XX:-BackgroundCompilation");

    /**
     * Compiled in the first tier only: the second one removes what it finds not to escape, sooner
     * or later, so that bytes would depend on how busy the machine is.
     */
    private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

    /** So much code takes longer to be compiled. */
    private static final long WHOLE_RUNS_WARM_UP = 2;

    /** Those whose ratios stayed well below the gate's limit beside many other programs. */
    private static final Set<String> STEADY = Set.of("kernel", "digest", "coordinator");

    Check {
        benchmark = List.copyOf(benchmark);
        beside = List.copyOf(beside);
    }

    /**
     * What the gate looks at in this project. Whole runs are told by a well-known library that
     * allocates, branches and follows pointers as they do.
     */
    static List<Check> all() {
        return List.of(
                alike(
                        "kernel",
                        "HoldModel.bareHeap pending=1024",
                        20_000,
                        "HoldModel.kernel pending=1024"),
                alike("digest", "TraceDigest.bareMix", 5, "TraceDigest.digest"),
                alike("coordinator", "CoordinatorBound.bound", 20_000, "CoordinatorLife.life"),
                alike("timers", "peers.TimerPeers.agronaWheel", 20_000, "Timers.setAndClear"),
                alike("codec-write", "Codec.bareWrite", 5_000, "Codec.write"),
                alike("codec-read", "Codec.bareRead", 5_000, "Codec.read"),
                wholeRun("probe-flow", 2, "WholeProbe.pairs network=constant detail=flow"),
                wholeRun("probe-packet", 2, "WholeProbe.pairs network=constant detail=packet"),
                wholeRun("schedules", 20, "Schedules.schedules"),
                bytes("states", 1, "States.states"),
                bytes("choices", 20_000, "ChoicesDoor.draw"),
                bytes("first-draw", 20_000, "ChoicesDoor.firstDraw"),
                bytes("waiting-fifo", 5_000, waiting("fifo")),
                bytes("waiting-latency-fifo", 5_000, waiting("latency-fifo")),
                bytes("waiting-group-reunion", 5_000, waiting("group-reunion")));
    }

    /** The same for a busy machine: all bytes, and the ratios that say something there too. */
    static List<Check> brief() {
        return all().stream()
                .map(check -> STEADY.contains(check.id()) ? check : check.withoutRatio())
                .toList();
    }

    private Check withoutRatio() {
        return new Check(id, benchmark, List.of(), isAlike, batch);
    }

    private static String waiting(String matchmaker) {
        return "JoinToMatch.joinToMatch waiting=1000 matchmaker=" + matchmaker;
    }

    private static Check alike(String id, String beside, int batch, String ours) {
        return new Check(id, words(ours), words(beside), true, batch);
    }

    private static Check wholeRun(String id, int batch, String ours) {
        return new Check(id, words(ours), words("Codec.bareRead"), false, batch);
    }

    private static Check bytes(String id, int batch, String ours) {
        return new Check(id, words(ours), List.of(), true, batch);
    }

    private static List<String> words(String benchmark) {
        return List.of((BENCHMARKS + benchmark).split(" "));
    }

    boolean hasRatio() {
        return !beside.isEmpty();
    }

    Arm ours(Study.Effort effort) {
        long factor = isAlike ? 1 : WHOLE_RUNS_WARM_UP;
        Study.Effort own = new Study.Effort(
                factor * effort.warmUpMillis(), effort.roundMillis(), effort.rounds());
        return timed(id, benchmark).taking(own);
    }

    /** One for all checks that are told by it. */
    Arm yardstick() {
        String name = String.join(" ", beside).substring(BENCHMARKS.length());
        return timed(name, beside);
    }

    /** The benchmark over a fixed number of calls. */
    Arm counted() {
        List<String> counted = new ArrayList<>(benchmark);
        counted.add(Worker.BATCH + "=" + batch);
        return arm(id, List.of(FIRST_TIER), counted);
    }

    private static Arm timed(String name, List<String> benchmark) {
        List<String> timed = new ArrayList<>(benchmark);
        timed.add(Worker.CPU_CLOCK);
        return arm(name, List.of(), timed);
    }

    private static Arm arm(String name, List<String> options, List<String> benchmark) {
        List<String> all = new ArrayList<>(SAME_EVERYWHERE);
        all.addAll(options);
        return Arm.benchmark(
                name,
                all,
                benchmark.get(0),
                benchmark.subList(1, benchmark.size()).toArray(String[]::new));
    }
}
