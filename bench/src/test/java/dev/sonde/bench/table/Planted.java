package dev.sonde.bench.table;

import dev.sonde.sim.kernel.Mix;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** Benchmarks that the gate must tell apart. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Planted {

    private static final int STEPS = 1_000;
    private static final int KEPT = 10;
    private static final int BYTES = 1_000;

    private final byte[][] kept = new byte[KEPT][];
    private long mixed;

    private long work(int steps, int arrays, int bytes) {
        for (int i = 0; i < steps; i++) {
            mixed = Mix.mix(mixed, i);
        }
        for (int i = 0; i < arrays; i++) {
            kept[i] = new byte[bytes];
        }
        return mixed;
    }

    /** What others are told by. */
    @Benchmark
    public long beside() {
        return work(STEPS, 0, 0);
    }

    /** What was reached. */
    @Benchmark
    public long sound() {
        return work(STEPS, KEPT, BYTES);
    }

    /** Takes two and a half times as long. */
    @Benchmark
    public long slow() {
        return work(2 * STEPS + STEPS / 2, KEPT, BYTES);
    }

    /** Allocates a tenth more. */
    @Benchmark
    public long allocating() {
        return work(STEPS, KEPT, BYTES + BYTES / 10);
    }
}
