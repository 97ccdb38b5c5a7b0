package dev.sonde.bench;

import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.probe.ProbeSink;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;

import org.openjdk.jmh.annotations.AuxCounters;
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

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * What a live probe takes of the heap: the probe, its timers and its places in the indices. The
 * people and their sockets are there before and do not count.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class LiveProbes implements ProbeSink {

    /** The bytes of each; the harness shows them beside the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Heap {
        public long bytesEach;
    }

    /** How many are alive. */
    @Param("1000000")
    public int live;

    private static final SocketId SOCKET = new SocketId(1);
    private SubjectId[] subjects = {};

    /** People come. */
    @Setup
    public void prepare() {
        subjects = new SubjectId[2 * live];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = new SubjectId("p" + i);
        }
    }

    /** All are created. */
    @Benchmark
    public ProbeCoordinator create(Heap heap) {
        long before = usedBytes();
        ProbeCoordinator coordinator = new ProbeCoordinator(
                ProbeConfig.DEFAULT,
                subject -> SOCKET,
                new CountedIds(),
                TurnCredentialSource.NONE,
                this);
        for (int i = 0; i < live; i++) {
            coordinator.create(i, subjects[2 * i], subjects[2 * i + 1]);
        }
        heap.bytesEach = (usedBytes() - before) / live;
        return coordinator;
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Override
    public void created(ProbeId probe, SubjectId subjectA, SubjectId subjectB) {}

    @Override
    public void send(SocketId socket, SubjectId subject, ServerMessage message) {}

    @Override
    public void finished(ProbeEnd end) {
        throw new IllegalStateException("a probe is over: " + end);
    }

    @Override
    public void lateResult(SubjectId sender) {}

    @Override
    public void lateResultOfPartner(SubjectId member) {}

    @Override
    public void refused(SocketId socket, String event, Refusal reason) {
        throw new IllegalStateException(event + " was refused: " + reason);
    }
}
