package dev.sonde.bench;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.OracleSettings;
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
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** All claims over a recorded conversation; one operation is one pair of people in it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OracleOnly {

    private static final int PAIRS = 1_000;

    private List<TraceEntry> conversation = List.of();

    /** Has one conversation, and keeps what the lobby heard and said in it. */
    @Setup
    public void record() {
        var result =
                Populations.run(Populations.of(2 * PAIRS, "burst 2 every 1s", "constant"), true);
        conversation = result.trace().entries().stream()
                .filter(entry -> entry.what() instanceof Input || entry.what() instanceof Effect)
                .toList();
    }

    /** Hears it all again. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public boolean judge() {
        Oracle oracle =
                new Oracle(OracleSettings.defaults(new LatencyFifo(200, OptionalDouble.of(100))));
        long event = 0;
        long atNanos = 0;
        for (TraceEntry entry : conversation) {
            if (entry.event() != event) {
                oracle.afterEvent(event, atNanos);
                event = entry.event();
                atNanos = entry.atNanos();
            }
            if (entry.what() instanceof Input input) {
                oracle.input(event, atNanos, input);
            } else {
                oracle.effect(event, atNanos, (Effect) entry.what());
            }
        }
        oracle.afterEvent(event, atNanos);
        if (oracle.violated()) {
            throw new IllegalStateException("a recorded conversation that was held is violated");
        }
        return true;
    }
}
