package dev.sonde.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.util.concurrent.TimeUnit;

/** {@link CoordinatorLife} with losses planted into it, which the gate must catch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Planted {

    /** A tenth of what a life allocates. */
    private static final int BYTES = 112;

    /** More than a life takes, without allocating anything. */
    private static final int TOKENS = 1_000;

    /** Takes at least twice as long. */
    @Benchmark
    public long slowDown(CoordinatorLife coordinator) {
        Blackhole.consumeCPU(TOKENS);
        return coordinator.life();
    }

    /** Allocates a tenth more. */
    @Benchmark
    public byte[] allocation(CoordinatorLife coordinator) {
        coordinator.life();
        return new byte[BYTES];
    }
}
