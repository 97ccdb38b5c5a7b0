package dev.sonde.bench;

import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.Mix;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;
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
 * The hold model: take the next event out, put one in at now plus a uniform delay. The kernel runs
 * it with the trace's digest on, beside a bare heap of instants; the aim is 1.6 times the bare
 * heap.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HoldModel implements EventHandler {

    /** Delays are below 2³⁰ ns, so that equal instants are rare. */
    private static final int DELAY_SHIFT = 34;

    private static final RunLimits UNLIMITED = new RunLimits(Long.MAX_VALUE, Long.MAX_VALUE);

    /** How many events are pending all the time. */
    @Param({"16", "1024", "65536"})
    public int pending;

    private final Message message = new Message(7);
    private final Trace trace = new Trace(new Messages(), false);
    private final Kernel kernel = Kernel.timeFaithful(UNLIMITED);
    private BareHeap heap = new BareHeap(0);
    private long drawn;

    /** Fills both queues. */
    @Setup
    public void fill() {
        heap = new BareHeap(pending);
        for (int i = 0; i < pending; i++) {
            heap.push(delayNanos());
            kernel.timer(delayNanos(), this, i, message);
        }
    }

    /** One event of the kernel, traced. */
    @Benchmark
    public long kernel() {
        kernel.step();
        return trace.digest();
    }

    /** One instant out of the bare heap and one in. */
    @Benchmark
    public long bareHeap() {
        long now = heap.pop();
        heap.push(now + delayNanos());
        return now;
    }

    @Override
    public void handle(int what, @Nullable Object data) {
        long now = kernel.nowNanos();
        trace.add(kernel.events(), now, TraceEntry.Kind.DELIVER, "a", "b", message);
        kernel.timer(now + delayNanos(), this, what, data);
    }

    @Override
    public String describe(int what, @Nullable Object data) {
        return "event " + what;
    }

    private long delayNanos() {
        return Mix.mix(drawn++) >>> DELAY_SHIFT;
    }

    private record Message(long number) {}

    private static final class Messages implements Lexicon {

        @Override
        public long fingerprint(Object what) {
            return what instanceof Message message ? message.number() : 0;
        }

        @Override
        public String label(Object what) {
            return what.toString();
        }
    }
}
