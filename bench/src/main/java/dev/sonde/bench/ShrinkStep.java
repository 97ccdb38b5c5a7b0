package dev.sonde.bench;

import dev.sonde.sim.explore.Capsule;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Explored;
import dev.sonde.sim.explore.Shrinker;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.explore.Tally;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Shrinking a failure with faults of the swarm: one operation is one candidate, made, read, run and
 * judged.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ShrinkStep {

    private static final int STEPS = 20;
    private static final int MOST_SEEDS = 5_000;
    private static final String SCENARIO = """
            sonde: 1
            name: to-shrink
            until: 20s
            lobby: {matchmaker: {type: latency-fifo, max-server-rtt: 200ms, max-p2p-rtt: 100ms}}
            network: {profiles: {home: {to-server: "delay 20ms", base: 30ms}}}
            people:
              - {id: ann, profile: home, joins: 0s}
              - {id: bob, profile: home, joins: 300ms}
              - {id: cleo, profile: home, joins: 500ms}
              - {id: dan, profile: home, joins: 900ms}
            explore: {faults: 6}
            """;

    private final ScenarioBench bench =
            new ScenarioBench(Path.of(""), Packs.ON_CLASS_PATH, "ready-counter");
    private Capsule capsule = new Capsule("", "", 0, List.of(), "", 0, 0);

    /** Looks for a failure. */
    @Setup
    public void find() throws CapsuleException {
        Explored explored = bench.read(SCENARIO);
        var strategies = Strategies.of("random", Scopes.GRID);
        Tally tally = new Exploration(explored.runner(), strategies.get(), true).run(1, MOST_SEEDS);
        Tally.Found found = tally.found().values().iterator().next();
        String claim = found.failure().claim();
        capsule = Capsule.of(explored, found.seed(), strategies.get(), true, claim, "bench");
    }

    /** The first candidates of a shrinking. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Capsule shrink() throws CapsuleException {
        Shrinker.Shrunk shrunk =
                new Shrinker(bench, STEPS, (runs, most, choices) -> {}).shrink(capsule);
        if (shrunk.runs() < STEPS) {
            throw new IllegalStateException("over after " + shrunk.runs() + " candidates");
        }
        return shrunk.capsule();
    }
}
