package dev.sonde.bench.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What the gate looks at: the bytes of one of our benchmarks, and its time beside another one's.
 *
 * @param id in the baseline
 * @param benchmark with its parameters
 * @param beside the benchmark that its time is told by, with its parameters; empty if only the
 *     bytes count
 * @param batch how many calls the bytes are counted over
 */
record Check(String id, List<String> benchmark, List<String> beside, int batch) {

    /**
     * Compiled in the first tier only: the second one removes what it finds not to escape, sooner
     * or later, so that bytes would depend on how busy the machine is.
     */
    private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

    Check {
        benchmark = List.copyOf(benchmark);
        beside = List.copyOf(beside);
    }

    /** What the gate looks at in this project. */
    static List<Check> all() {
        List<String> heap = List.of("dev.sonde.bench.HoldModel.bareHeap", "pending=1024");
        List<String> none = List.of();
        return List.of(
                check("kernel", heap, 20_000, "HoldModel.kernel", "pending=1024"),
                check("choices", none, 20_000, "ChoicesDoor.draw"),
                check("first-draw", none, 20_000, "ChoicesDoor.firstDraw"),
                check("digest", bare("TraceDigest.bareMix"), 5, "TraceDigest.digest"),
                check(
                        "coordinator",
                        bare("CoordinatorBound.bound"),
                        20_000,
                        "CoordinatorLife.life"),
                check("waiting-fifo", none, 5_000, at("fifo")),
                check("waiting-latency-fifo", none, 5_000, at("latency-fifo")),
                check("waiting-group-reunion", none, 5_000, at("group-reunion")),
                check("timers", heap, 20_000, "Timers.setAndClear"),
                check("codec-read", bare("Codec.bareRead"), 5_000, "Codec.read"),
                check("codec-write", bare("Codec.bareWrite"), 5_000, "Codec.write"),
                check("probe-flow", heap, 2, pairs("flow")),
                check("probe-packet", none, 2, pairs("packet")),
                check("schedules", heap, 20, "Schedules.schedules"),
                check("states", none, 1, "States.states"));
    }

    private static String[] at(String matchmaker) {
        return new String[] {"JoinToMatch.joinToMatch", "waiting=1000", "matchmaker=" + matchmaker};
    }

    private static String[] pairs(String detail) {
        return new String[] {"WholeProbe.pairs", "network=constant", "detail=" + detail};
    }

    private static List<String> bare(String benchmark) {
        return List.of("dev.sonde.bench." + benchmark);
    }

    private static Check check(String id, List<String> beside, int batch, String... ours) {
        List<String> benchmark = new ArrayList<>(List.of(ours));
        benchmark.set(0, "dev.sonde.bench." + ours[0]);
        return new Check(id, benchmark, beside, batch);
    }

    boolean hasRatio() {
        return !beside.isEmpty();
    }

    Arm ours() {
        return arm(Study.OURS, List.of(), benchmark);
    }

    Arm other() {
        return arm(beside.get(0), List.of(), beside);
    }

    Arm bytes() {
        List<String> counted = new ArrayList<>(benchmark);
        counted.add(Worker.BATCH + "=" + batch);
        return arm(id, List.of(FIRST_TIER), counted);
    }

    private static Arm arm(String name, List<String> options, List<String> benchmark) {
        return Arm.benchmark(
                name,
                options,
                benchmark.get(0),
                benchmark.subList(1, benchmark.size()).toArray(String[]::new));
    }
}
