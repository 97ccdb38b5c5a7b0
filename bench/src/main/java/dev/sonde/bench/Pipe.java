package dev.sonde.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.sim.child.ChildException;
import dev.sonde.sim.child.ChildLobbies;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An input to a coordinator in a process of its own, and the answer. The process is {@code cat}
 * once it has greeted: a question that comes back is an answer without effects. The bound is the
 * same line written to {@code cat} and read again, without JSON.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Pipe {

    private static final String GREETING = "{\"n\":1,\"hello\":{\"wire\":1,\"name\":\"cat\"}}";
    private static final String CANDIDATE =
            "candidate:1 1 udp 2122260223 192.0.2.17 50123 typ host ufrag Zs1v network-cost 10";

    private static final Input SIGNAL = new Input.Receive(
            new SocketId(1),
            new ClientMessage.Signal(
                    ProbeId.ofRandomBits(7, 11),
                    new SubjectId("bob"),
                    SignalType.ICE_CANDIDATE,
                    new JsonPayload(
                            JsonNodeFactory.instance.objectNode().put("candidate", CANDIDATE),
                            CANDIDATE.length())));

    /** What {@link #SIGNAL} is as a line. */
    private static final byte[] LINE = """
            {"n":1000000,"at":1000000000,"socket":1,"event":"probe_signal","in":"message",\
            "payload":{"probe_session_id":"PROBE","target_subject_id":"bob",\
            "type":"ice-candidate","payload":{"candidate":"CANDIDATE"}}}
            """.replace(
                    "PROBE", ProbeId.ofRandomBits(7, 11).text())
            .replace("CANDIDATE", CANDIDATE)
            .getBytes(StandardCharsets.UTF_8);

    private final byte[] read = new byte[LINE.length];
    private final LobbyUnderTest lobby = cat().create(
                    LobbyConfig.DEFAULT,
                    Fifo.withoutLimit(),
                    new CountedIds(),
                    TurnCredentialSource.NONE);
    private final Process bare = bare();
    private final OutputStream to = bare.getOutputStream();
    private final InputStream from = bare.getInputStream();
    private long now;

    /** A coordinator that gives questions back, once it has greeted. */
    static ChildLobbies cat() {
        try {
            return new ChildLobbies(
                    List.of("sh", "-c", "read a; echo '" + GREETING + "'; exec cat"),
                    "0",
                    ChildLobbies.PATIENCE_MILLIS);
        } catch (ChildException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process bare() {
        try {
            return new ProcessBuilder("cat").start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the bare one; the other one ends with its input. */
    @TearDown
    public void end() {
        bare.destroyForcibly();
    }

    /** A candidate that a client sends, as a line to the process, and its answer as effects. */
    @Benchmark
    public long input() {
        lobby.accept(++now, SIGNAL, effect -> {
            throw new IllegalStateException("cat says nothing of its own: " + effect);
        });
        return lobby.nextDeadlineNanos();
    }

    /** The bytes of the line, and back. */
    @Benchmark
    public int bareEcho() throws IOException {
        to.write(LINE);
        to.flush();
        int filled = 0;
        while (filled < LINE.length) {
            int more = from.read(read, filled, LINE.length - filled);
            if (more < 0) {
                throw new IOException("cat ended");
            }
            filled += more;
        }
        return filled;
    }
}
