package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.ServerMessageCodec;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SubjectId;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What goes out is what the codec says, also where no tree is made of it. */
class JsonDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProbeId PROBE = ProbeId.ofRandomBits(1, 2);

    private static String written(ServerMessage message) throws IOException {
        ByteBuf buffer = Unpooled.buffer();
        try (ByteBufOutputStream out = new ByteBufOutputStream(buffer)) {
            new JsonDoor().writeValue(out, List.of(message.event(), message));
        }
        return buffer.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{\"sdp\":\"v=0\\r\\n \\\"ü\\\" \",\"n\":1.50}", "[1,{}]", "\"\""})
    void aRelayedSignalIsWrittenAsTheCodecHasIt(String payload) throws IOException {
        ServerMessage signal = new ServerMessage.RelayedSignal(
                PROBE,
                SignalType.ICE_CANDIDATE,
                new SubjectId("ann"),
                new JsonPayload(JSON.readTree(payload), payload.length()));

        assertThat(written(signal))
                .isEqualTo("[\"probe_signal\"," + ServerMessageCodec.write(signal) + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "shutdown"})
    void everyOtherMessageIsWrittenAsTheCodecHasIt(String reason) throws IOException {
        ServerMessage cancel = new ServerMessage.Cancel(PROBE, reason);

        assertThat(written(cancel))
                .isEqualTo("[\"probe_cancel\"," + ServerMessageCodec.write(cancel) + "]");
    }
}
