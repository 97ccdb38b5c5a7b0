package dev.sonde.bench.peers;

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

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The hold model in SSJ, with its default event list, the splay tree. Events are used again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SsjHold {

    private static final int EVENTS = 10_000;

    /** How many events are pending all the time. */
    @Param({"16", "1024", "65536"})
    public int pending;

    private final Simulator simulator = new Simulator(new SplayTree());
    private final SplittableRandom random = new SplittableRandom(7);
    private int left;
    private long done;

    /** Fills the event list. */
    @Setup
    public void fill() {
        simulator.init();
        for (int i = 0; i < pending; i++) {
            new Hold(simulator).schedule(random.nextDouble());
        }
    }

    /** Some events. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long hold() {
        left = EVENTS;
        simulator.start();
        if (left != 0) {
            throw new IllegalStateException(left + " events are missing");
        }
        return done;
    }

    private final class Hold extends Event {

        Hold(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            done++;
            schedule(random.nextDouble());
            if (--left == 0) {
                simulator.stop();
            }
        }
    }
}
