package dev.sonde.bench;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;

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
 * Timers of one constant duration: one operation sets one and clears the oldest, while others are
 * set. The timers of other libraries do the same in {@link dev.sonde.bench.peers.TimerPeers}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Timers {

    /** How many are set. */
    @Param("10000")
    public int set;

    private final DeadlineQueue<Integer> queue = new DeadlineQueue<>();
    private Deadline<?>[] ring = {};
    private long nowNanos;
    private int next;

    /** Sets the others. */
    @Setup
    public void fill() {
        ring = new Deadline<?>[set];
        for (int i = 0; i < set; i++) {
            ring[i] = setOne();
        }
    }

    /** One is set and the oldest cleared, and the next deadline is asked for. */
    @Benchmark
    public long setAndClear() {
        @SuppressWarnings("unchecked") // the ring holds what this class put in
        Deadline<Integer> oldest = (Deadline<Integer>) ring[next];
        queue.clear(oldest);
        ring[next] = setOne();
        next = next + 1 == ring.length ? 0 : next + 1;
        return queue.nextNanos();
    }

    private Deadline<Integer> setOne() {
        Deadline<Integer> deadline = new Deadline<>(next);
        queue.set(deadline, ++nowNanos);
        return deadline;
    }
}
