package dev.sonde.bench.peers;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/**
 * Lincheck's model checker on a little machine of the same scope: two people of one probe, one who
 * may be lost, the timer. One operation is one schedule.
 *
 * <p>The machine stands behind one lock, since threads are all that Lincheck can schedule, and each
 * of two threads does three things. It is a few fields only, in favour of Lincheck, which follows
 * each access to memory: with the real coordinator in its place a schedule takes some milliseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
public class LincheckSchedules {

    private static final int SCENARIOS = 4;
    private static final int SCHEDULES_EACH = 500;

    /** Some schedules of some scenarios. */
    @Benchmark
    @OperationsPerInvocation(SCENARIOS * SCHEDULES_EACH)
    public void schedules() {
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(SCHEDULES_EACH)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(0)
                .check(Little.class);
    }

    /** A probe of two people: both get ready, both report, one may be lost, time may be over. */
    public static class Little {

        private static final int BOTH = 3;

        private int ready;
        private int reports;
        private boolean isOver;
        private int said;

        /** Ann is ready. */
        @Operation
        public synchronized int annIsReady() {
            return ready(1);
        }

        /** Bob is ready. */
        @Operation
        public synchronized int bobIsReady() {
            return ready(2);
        }

        /** Ann reports. */
        @Operation
        public synchronized int annReports() {
            return report(1);
        }

        /** Bob reports. */
        @Operation
        public synchronized int bobReports() {
            return report(2);
        }

        /** The message of Bob's loss arrives. */
        @Operation
        public synchronized int bobIsLost() {
            isOver = true;
            return ++said;
        }

        /** The timer runs out. */
        @Operation
        public synchronized int timeIsOver() {
            isOver = true;
            return ++said;
        }

        private int ready(int who) {
            if (!isOver && (ready & who) == 0) {
                ready |= who;
                said += ready == BOTH ? 2 : 0;
            }
            return said;
        }

        private int report(int who) {
            if (!isOver && ready == BOTH) {
                reports |= who;
                isOver = reports == BOTH;
                said += isOver ? 1 : 0;
            }
            return said;
        }
    }
}
