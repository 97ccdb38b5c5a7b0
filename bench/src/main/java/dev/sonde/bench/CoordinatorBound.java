package dev.sonde.bench;

import dev.sonde.deadlines.Deadline;
import dev.sonde.deadlines.DeadlineQueue;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;

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
 * What no coordinator can do without: a name, a place in a map, a look-up for each of the twelve
 * messages of {@link CoordinatorLife}, and two deadlines set and cleared. It checks nothing, says
 * nothing and remembers nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoordinatorBound {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** How many probes are alive. */
    @Param("10000")
    public int live;

    private SubjectId[] subjects = {};
    private ProbeId[] probes = {};
    private final CountedIds ids = new CountedIds();
    private final Map<ProbeId, Known> known = new LinkedHashMap<>();
    private final DeadlineQueue<ProbeId> preparing = new DeadlineQueue<>();
    private final DeadlineQueue<ProbeId> timeouts = new DeadlineQueue<>();
    private final Exchange.Door door = this::find;
    private long nowNanos;
    private int next;
    private long said;

    private record Known(Deadline<ProbeId> preparing, Deadline<ProbeId> timeout) {}

    /** Fills the map. */
    @Setup
    public void fill() {
        subjects = new SubjectId[2 * live + 2];
        probes = new ProbeId[live + 1];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = new SubjectId("p" + i);
        }
        while (next < live) {
            create();
        }
    }

    /** One comes and the oldest goes. */
    @Benchmark
    public long bound() {
        nowNanos++;
        create();
        ProbeId oldest = probes[next];
        Exchange.of(oldest, 2 * next, subjects, door);
        Known gone = known.remove(oldest);
        if (gone != null) {
            preparing.clear(gone.preparing());
            timeouts.clear(gone.timeout());
        }
        return said;
    }

    private void create() {
        ProbeId probe = ids.nextProbe();
        Known made = new Known(new Deadline<>(probe), new Deadline<>(probe));
        known.put(probe, made);
        preparing.set(made.preparing(), nowNanos + SECOND_NANOS);
        timeouts.set(made.timeout(), nowNanos + 2 * SECOND_NANOS);
        probes[next] = probe;
        next = (next + 1) % probes.length;
    }

    private void find(int who, ProbeId probe, ClientMessage message) {
        if (!known.containsKey(probe)) {
            throw new IllegalStateException("a probe is missing: " + message);
        }
        said += who;
    }
}
