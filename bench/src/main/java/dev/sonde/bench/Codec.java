package dev.sonde.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.ServerMessageCodec;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The way of a signal with a candidate through the codec. The bound of each direction is the JSON
 * library alone, between the same bytes and a tree.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Codec {

    private static final String EVENT = "probe_signal";
    private static final ProbeId PROBE = ProbeId.ofRandomBits(7, 11);
    private static final String CANDIDATE = """
            {"candidate": "candidate:1 1 udp 2122260223 192.0.2.17 50123 typ host", \
            "sdpMid": "0", "sdpMLineIndex": 0, "usernameFragment": "Zs1v"}""";

    private final ObjectMapper json = new ObjectMapper();
    private final byte[] heard = """
            {"probe_session_id": "PROBE", "type": "ice-candidate", \
            "target_subject_id": "bob", "payload": CANDIDATE}""".replace("PROBE", PROBE.text())
            .replace("CANDIDATE", CANDIDATE)
            .getBytes(StandardCharsets.UTF_8);
    private final ServerMessage said = relayed();
    private final JsonNode tree = ServerMessageCodec.write(said);

    private ServerMessage relayed() {
        try {
            JsonNode payload = json.readTree(CANDIDATE);
            return new ServerMessage.RelayedSignal(
                    PROBE,
                    SignalType.ICE_CANDIDATE,
                    new SubjectId("ann"),
                    new JsonPayload(payload, CANDIDATE.length()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From bytes to a message that has been checked. */
    @Benchmark
    public ClientMessage read() throws IOException {
        ClientMessage message = ClientMessageCodec.read(EVENT, json.readTree(heard), heard.length);
        if (!(message instanceof ClientMessage.Signal)) {
            throw new IllegalStateException("not read: " + message);
        }
        return message;
    }

    /** From a message to bytes. */
    @Benchmark
    public byte[] write() throws IOException {
        return json.writeValueAsBytes(ServerMessageCodec.write(said));
    }

    /** From bytes to a tree. */
    @Benchmark
    public JsonNode bareRead() throws IOException {
        return json.readTree(heard);
    }

    /** From a tree to bytes. */
    @Benchmark
    public byte[] bareWrite() throws IOException {
        return json.writeValueAsBytes(tree);
    }
}
