package dev.sonde.bench.peers;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;

import org.agrona.DeadlineTimerWheel;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayDeque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Timers of other libraries, doing what {@link dev.sonde.bench.Timers} does: one is set and the
 * oldest cleared, while others are set; none ever runs out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimerPeers {

    private static final long DELAY_SECONDS = 3600;

    /** With ten thousand set, each tick of a wheel has about ten. */
    private static final long STEP_NANOS = 100_000;

    private static final long TICK_NANOS = 1L << 20;
    private static final int TICKS_PER_WHEEL = 1024;

    /** How many are set. */
    @Param("10000")
    public int set;

    private final ScheduledThreadPoolExecutor executor = executor();
    private final ArrayDeque<Future<?>> futures = new ArrayDeque<>();
    private final HashedWheelTimer netty = new HashedWheelTimer();
    private final ArrayDeque<Timeout> timeouts = new ArrayDeque<>();
    private final DeadlineTimerWheel agrona =
            new DeadlineTimerWheel(TimeUnit.NANOSECONDS, 0, TICK_NANOS, TICKS_PER_WHEEL);
    private long[] timers = {};
    private long nowNanos;
    private int next;

    /** One thread, and cancelled tasks leave the queue at once, which is what keeps it small. */
    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Sets the others. */
    @Setup
    public void fill() {
        timers = new long[set];
        for (int i = 0; i < set; i++) {
            futures.add(executor.schedule(TimerPeers::ring, DELAY_SECONDS, TimeUnit.SECONDS));
            timeouts.add(netty.newTimeout(timeout -> ring(), DELAY_SECONDS, TimeUnit.SECONDS));
            timers[i] = scheduleInWheel();
        }
    }

    /** The timer of the JDK. */
    @Benchmark
    public Future<?> scheduledThreadPool() {
        futures.remove().cancel(false);
        Future<?> set = executor.schedule(TimerPeers::ring, DELAY_SECONDS, TimeUnit.SECONDS);
        futures.add(set);
        return set;
    }

    /** The timer of netty. */
    @Benchmark
    public Timeout hashedWheel() {
        timeouts.remove().cancel();
        Timeout set = netty.newTimeout(timeout -> ring(), DELAY_SECONDS, TimeUnit.SECONDS);
        timeouts.add(set);
        return set;
    }

    /** The timer of Agrona, which is passive as ours is. */
    @Benchmark
    public long agronaWheel() {
        agrona.cancelTimer(timers[next]);
        timers[next] = scheduleInWheel();
        next = next + 1 == timers.length ? 0 : next + 1;
        return timers[next];
    }

    private long scheduleInWheel() {
        nowNanos += STEP_NANOS;
        return agrona.scheduleTimer(nowNanos + TimeUnit.SECONDS.toNanos(DELAY_SECONDS));
    }

    /** Ends their threads. */
    @TearDown
    public void end() {
        executor.shutdownNow();
        netty.stop();
    }

    private static void ring() {
        throw new IllegalStateException("an hour is over");
    }
}
