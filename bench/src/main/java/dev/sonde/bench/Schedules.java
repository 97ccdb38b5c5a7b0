package dev.sonde.bench;

import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Tally;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * One schedule after the other of a small scope, as {@code explore} runs them: two people, one
 * message that is lost at any moment, the timers; real lobby, all claims, digest. The aim is 100
 * 000 schedules per second on one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Schedules {

    private static final int CHUNK = 50;

    /** How many pairs there are: how long a schedule is. */
    @Param("1")
    public int pairs;

    private Exploration exploration = Scopes.randomWalk(1);
    private long seed;

    /** Reads the scenario. */
    @Setup
    public void prepare() {
        exploration = Scopes.randomWalk(pairs);
    }

    /** Some schedules, each of a seed of its own. */
    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public long schedules(Counts counts) {
        Tally tally = exploration.run(seed, CHUNK);
        seed += CHUNK;
        counts.add(tally);
        return tally.digest();
    }
}
