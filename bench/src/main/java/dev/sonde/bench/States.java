package dev.sonde.bench;

import dev.sonde.sim.explore.Exhaustive;
import dev.sonde.sim.explore.Exploration;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * Exhaustive search in the scope of {@link Schedules}: one operation is one new state, with the
 * revisits that it takes to find it. The aim is 200 000 states per second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class States {

    private static final int STATES = 1_000;

    /** A search, up to so many states. */
    @Benchmark
    @OperationsPerInvocation(STATES)
    public long states() {
        Exhaustive search = new Exhaustive(Scopes.GRID, STATES);
        new Exploration(Scopes.runner(1), search, false).run(1, Integer.MAX_VALUE);
        if (search.states() != STATES) {
            throw new IllegalStateException("there are only " + search.states() + " states");
        }
        return search.revisits();
    }
}
