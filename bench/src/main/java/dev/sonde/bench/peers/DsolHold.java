package dev.sonde.bench.peers;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.DevsSimulatorInterface;
import nl.tudelft.simulation.dsol.simulators.RunState;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The hold model in DSOL, with its default event list, the red-black tree, and events that are
 * lambdas, the quicker of its two kinds. DSOL runs on a thread of its own; one operation of the
 * harness is a run of many events, so that starting and stopping it does not show.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DsolHold {

    private static final int EVENTS = 50_000;

    /** How many events are pending all the time. */
    @Param({"16", "1024", "65536"})
    public int pending;

    private final DevsSimulator<Double> simulator = new DevsSimulator<>("hold");
    private final SplittableRandom random = new SplittableRandom(7);
    private final Semaphore over = new Semaphore(0);
    private int left;
    private long done;

    /** Fills the event list. */
    @Setup
    public void fill() throws SimRuntimeException {
        simulator.initialize(
                new Model(simulator), new SingleReplication<>("hold", 0.0, 0.0, 1e15), true);
    }

    /** Some events. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long hold() throws SimRuntimeException, InterruptedException {
        left = EVENTS;
        simulator.start();
        over.acquire();
        while (simulator.getRunState() != RunState.STOPPED) {
            Thread.onSpinWait();
        }
        return done;
    }

    /** Ends its thread. */
    @TearDown
    public void end() {
        simulator.cleanUp();
    }

    private void next() throws SimRuntimeException {
        done++;
        schedule();
        if (--left == 0) {
            simulator.stop();
            over.release();
        }
    }

    private void schedule() throws SimRuntimeException {
        simulator.scheduleEvent(new LambdaSimEvent<>(
                simulator.getSimulatorTime() + random.nextDouble(), this::nextUnchecked));
    }

    private void nextUnchecked() {
        try {
            next();
        } catch (SimRuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Model extends AbstractDsolModel<Double, DevsSimulatorInterface<Double>> {

        private static final long serialVersionUID = 1;

        Model(DevsSimulatorInterface<Double> simulator) {
            super(simulator);
        }

        @Override
        public void constructModel() throws SimRuntimeException {
            for (int i = 0; i < pending; i++) {
                schedule();
            }
        }
    }
}
