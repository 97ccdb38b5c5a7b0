package dev.sonde.bench;

import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.SeededChoices;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * The one door for chance: a draw of an owner that has drawn before, and the first draw of a new
 * owner. The bound is the bare mixer, which keeps nothing apart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChoicesDoor {

    private static final int BOUND = 1000;

    private final Choices choices = new SeededChoices(7);
    private final Draws draws = choices.draws("ann", "link", "delay");
    private long count;

    /** The next draw. */
    @Benchmark
    public long draw() {
        return draws.below(BOUND);
    }

    /** Somebody new draws. */
    @Benchmark
    public long firstDraw() {
        return choices.draws("ann", "link", "delay").below(BOUND);
    }

    /** A mixed number. */
    @Benchmark
    public long bareMix() {
        return Mix.mix(7, count++);
    }
}
