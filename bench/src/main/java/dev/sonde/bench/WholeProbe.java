package dev.sonde.bench;

import dev.sonde.sim.Simulation;

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
 * Two people come, are measured, match and go: real lobby, all claims, digest.
 *
 * <p>One operation is one pair, from the first arrival to the last disconnection, with its share of
 * setting the run up and collecting its results; where one probe is not enough for every pair, the
 * row of probes says more than that of the operations. The aim is 60 000 probes per second at flow
 * detail, and 10 000 with each datagram.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class WholeProbe {

    private static final int PAIRS = 1_000;

    /** The network that everybody has. */
    @Param({"constant", "fibre", "home"})
    public String network = "";

    /** How closely the media plane is simulated. */
    @Param({"flow", "packet"})
    public String detail = "";

    private Simulation simulation = Populations.of(1, "burst 1", "constant");

    /** Makes ready what runs share. */
    @Setup
    public void prepare() {
        simulation = Populations.of(2 * PAIRS, "burst 2 every 1s", network, detail);
    }

    /** One run of many pairs. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long pairs(Counts counts) {
        var result = Populations.run(simulation);
        counts.add(result);
        return result.trace().digest();
    }
}
