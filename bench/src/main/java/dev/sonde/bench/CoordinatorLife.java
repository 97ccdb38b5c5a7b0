package dev.sonde.bench;

import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.probe.ProbeSink;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;

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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The coordinator alone: one operation creates a probe, and takes the oldest of the live ones
 * through the rest of its life: two ready, eight signals, two results, its timers set and cleared.
 *
 * <p>Ids are counted and credentials are none, so that both are left out. The bound of it is
 * {@link CoordinatorBound}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoordinatorLife implements ProbeSink {

    /** Ten thousand of these are well within the time to prepare. */
    private static final long LONGEST_STEP_NANOS = 100_000;

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** How many are alive. */
    @Param("10000")
    public int live;

    private SubjectId[] subjects = {};
    private SocketId[] sockets = {};
    private ProbeId[] probes = {};
    private final Map<SubjectId, SocketId> current = new LinkedHashMap<>();
    private final CountedIds ids = new CountedIds();
    private final ProbeCoordinator coordinator = new ProbeCoordinator(
            ProbeConfig.DEFAULT, current::get, ids, TurnCredentialSource.NONE, this);
    private final Exchange.Door door = this::receive;
    private long stepNanos;
    private long nowNanos;
    private int next;
    private long said;

    /** Fills the coordinator. */
    @Setup
    public void fill() {
        subjects = new SubjectId[2 * live + 2];
        sockets = new SocketId[2 * live + 2];
        probes = new ProbeId[live + 1];
        stepNanos = Math.min(LONGEST_STEP_NANOS, SECOND_NANOS / live);
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = new SubjectId("p" + i);
            sockets[i] = new SocketId(i + 1);
            current.put(subjects[i], sockets[i]);
        }
        while (next < live) {
            create();
        }
    }

    /** One probe begins and the oldest ends. */
    @Benchmark
    public long life() {
        nowNanos += stepNanos;
        coordinator.wake(nowNanos);
        create();
        // The place behind the newest of the ring is that of the oldest.
        Exchange.of(probes[next], 2 * next, subjects, door);
        return said;
    }

    private void create() {
        coordinator.create(nowNanos, subjects[2 * next], subjects[2 * next + 1]);
        next = (next + 1) % probes.length;
    }

    private void receive(int who, ProbeId probe, ClientMessage message) {
        coordinator.receive(nowNanos, sockets[who], subjects[who], probe, message);
    }

    @Override
    public void created(ProbeId probe, SubjectId subjectA, SubjectId subjectB) {
        probes[next] = probe;
    }

    @Override
    public void send(SocketId socket, SubjectId subject, ServerMessage message) {
        said += socket.value();
    }

    @Override
    public void finished(ProbeEnd end) {
        said++;
    }

    @Override
    public void lateResult(SubjectId sender) {
        said++;
    }

    @Override
    public void lateResultOfPartner(SubjectId member) {
        said++;
    }

    @Override
    public void refused(SocketId socket, String event, Refusal reason) {
        throw new IllegalStateException(event + " was refused: " + reason);
    }
}
