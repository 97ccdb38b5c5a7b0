package dev.sonde.bench;

import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ProbeCoordinator;
import dev.sonde.probe.ProbeEnd;
import dev.sonde.probe.ProbeSink;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.peer.VirtualPayload;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The coordinator alone: one operation creates a probe, and takes the oldest of 10 000 live ones
 * through the rest of its life: two ready, eight signals, two results, its timers set and cleared.
 *
 * <p>Ids are counted and credentials are none, so that both are left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoordinatorLife implements ProbeSink {

    private static final int LIVE = 10_000;
    private static final int SIGNALS_PER_SIDE = 4;

    /** Ten thousand of these are well within the time to prepare. */
    private static final long STEP_NANOS = 100_000;

    private static final SignalPayload PAYLOAD =
            new VirtualPayload.Candidate(new IceCandidate("host", 1, 1, 300));
    private static final Report REPORT = new Report.Success(40);

    private final SubjectId[] subjects = new SubjectId[2 * LIVE + 2];
    private final SocketId[] sockets = new SocketId[2 * LIVE + 2];
    private final ProbeId[] probes = new ProbeId[LIVE + 1];
    private final Map<SubjectId, SocketId> current = new LinkedHashMap<>();
    private final ProbeCoordinator coordinator = new ProbeCoordinator(
            ProbeConfig.DEFAULT, current::get, new CountedIds(), TurnCredentialSource.NONE, this);
    private long nowNanos;
    private int next;
    private long said;

    /** Fills the coordinator. */
    @Setup
    public void fill() {
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = new SubjectId("p" + i);
            sockets[i] = new SocketId(i + 1);
            current.put(subjects[i], sockets[i]);
        }
        while (next < LIVE) {
            create();
        }
    }

    /** One probe begins and the oldest ends. */
    @Benchmark
    public long life() {
        nowNanos += STEP_NANOS;
        coordinator.wake(nowNanos);
        create();
        // The place behind the newest of the ring is that of the oldest.
        live(next);
        return said;
    }

    private void create() {
        coordinator.create(nowNanos, subjects[2 * next], subjects[2 * next + 1]);
        next = (next + 1) % probes.length;
    }

    private void live(int which) {
        ProbeId probe = probes[which];
        int a = 2 * which;
        int b = a + 1;
        say(a, probe, new ClientMessage.Ready(probe));
        say(b, probe, new ClientMessage.Ready(probe));
        for (int i = 0; i < SIGNALS_PER_SIDE; i++) {
            signal(a, b, probe);
            signal(b, a, probe);
        }
        say(a, probe, result(probe));
        say(b, probe, result(probe));
    }

    private void signal(int from, int to, ProbeId probe) {
        say(
                from,
                probe,
                new ClientMessage.Signal(probe, subjects[to], SignalType.ICE_CANDIDATE, PAYLOAD));
    }

    private static ClientMessage result(ProbeId probe) {
        return new ClientMessage.Result(probe, REPORT, ClientMessage.Details.NONE);
    }

    private void say(int who, ProbeId probe, ClientMessage message) {
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
