package dev.sonde.bench;

import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

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

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The digest of a trace: one operation adds one entry of a recorded run, with all its fields. The
 * bound mixes one number for each entry.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TraceDigest {

    private static final int ENTRIES = 20_000;
    private static final int PAIRS = 1_000;

    private Trace recorded =
            Populations.run(Populations.of(1, "burst 1", "constant")).trace();
    private List<TraceEntry> entries = List.of();

    /** Records a run. */
    @Setup
    public void record() {
        recorded = Populations.run(Populations.of(2 * PAIRS, "burst 2 every 1s", "constant"), true)
                .trace();
        entries = recorded.entries().subList(0, ENTRIES);
    }

    /** The digest of all entries. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long digest() {
        Trace trace = new Trace(recorded.lexicon(), false);
        for (TraceEntry entry : entries) {
            trace.add(
                    entry.event(),
                    entry.atNanos(),
                    entry.kind(),
                    entry.from(),
                    entry.to(),
                    entry.what());
        }
        return trace.digest();
    }

    /** One number of each entry. */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public long bareMix() {
        long digest = 0;
        for (TraceEntry entry : entries) {
            digest = Mix.mix(digest, entry.atNanos());
        }
        return digest;
    }
}
