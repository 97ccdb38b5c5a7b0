package dev.sonde.bench;

import dev.sonde.sim.UnderTest;
import dev.sonde.sim.WebRtcPack;
import dev.sonde.sim.child.ChildException;
import dev.sonde.sim.child.ChildLobbies;
import dev.sonde.sim.explore.CapsuleException;
import dev.sonde.sim.explore.Exploration;
import dev.sonde.sim.explore.Strategies;
import dev.sonde.sim.pack.Packs;
import dev.sonde.sim.pack.ScenarioBench;

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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Exploring a coordinator in a process of its own: one operation is one line that it answers, with
 * its share of all that a schedule is beside that: two people, network, faults, claims, digest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipedSchedules {

    private static final int LINES = 500;
    private static final int CHUNK = 5;
    private static final String SCENARIO = """
            sonde: 1
            name: piped
            until: 20s
            lobby:
              matchmaker: {type: fifo, max-p2p-rtt: 100ms}
              waiting: {time: 30s, hold: 0s, pause: {over-limit: 0s, failed: 0s}}
            network: {profiles: {home: {to-server: "delay 20ms", base: 40ms}}}
            people:
              - {id: ann, profile: home, joins: 0s, instance: none}
              - {id: bob, profile: home, joins: 300ms, instance: none}
            explore: {faults: 2}
            """;

    /** What starts the coordinator, words with spaces between them; none for {@link Pipe#cat}. */
    @Param("")
    public String command = "";

    private Exploration exploration = Scopes.randomWalk(1);
    private LongSupplier answered = () -> 0;
    private long seed;
    private long wanted;

    /** Starts the coordinator, and reads the scenario. */
    @Setup
    public void start() throws ChildException, CapsuleException {
        ChildLobbies processes = command.isEmpty()
                ? Pipe.cat()
                : new ChildLobbies(List.of(command.split(" ")), "0", ChildLobbies.PATIENCE_MILLIS);
        UnderTest inProcesses =
                new UnderTest(PipedSchedules.class.getClassLoader(), List.of(processes));
        Packs packs = Packs.ON_CLASS_PATH.with(new WebRtcPack(inProcesses));
        exploration = new Exploration(
                new ScenarioBench(Path.of(""), packs, UnderTest.PROCESS)
                        .read(SCENARIO)
                        .runner(),
                Strategies.of("random", Scopes.GRID).get(),
                false);
        answered = processes::questions;
        wanted = answered.getAsLong();
    }

    /** Schedules, until so many more lines are answered. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public long lines() {
        wanted += LINES;
        while (answered.getAsLong() < wanted) {
            exploration.run(seed, CHUNK);
            seed += CHUNK;
        }
        return seed;
    }
}
