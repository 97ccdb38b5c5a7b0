package dev.sonde.bench;

import dev.sonde.sim.Simulation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * A crowd of mixed networks, all in one waiting room, fifty a second.
 *
 * <p>The first iteration is what a user waits for who starts the tool for one run; the aim for 10
 * 000 people is 2 s there. What an event takes must not grow with the crowd: all sizes come at one
 * rate, so that the same number of people is there at a time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class Crowd {

    private static final String MIX = "{fibre: 30%, cable: 30%, wifi: 25%, lte: 15%}";

    /** How many come. */
    @Param({"1000", "10000", "100000"})
    public int people;

    private Simulation simulation = Populations.of(1, "burst 1", "constant");

    /** Makes ready what runs share. */
    @Setup
    public void prepare() {
        simulation = Populations.of(people, "poisson 50/s", MIX);
    }

    /** One run of the whole crowd. */
    @Benchmark
    public long crowd(Counts counts) {
        var result = Populations.run(simulation);
        counts.add(result);
        return result.trace().digest();
    }
}
