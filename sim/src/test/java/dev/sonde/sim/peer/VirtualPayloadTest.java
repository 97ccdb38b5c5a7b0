package dev.sonde.sim.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.SessionDescription;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class VirtualPayloadTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 300)
    void payloadsComeBackFromBytesEqualAndTakeTheSizeTheySay(
            @ForAll @LongRange(min = 1) long connection,
            @ForAll @LongRange(min = 0) long answers,
            @ForAll @IntRange(min = VirtualPayload.LEAST_BYTES, max = 4_400) int size)
            throws Exception {
        comesBack(new VirtualPayload.Description(
                new SessionDescription(answers == 0, connection, answers, size)));
        comesBack(new VirtualPayload.Candidate(new IceCandidate("srflx", connection, 7, size)));
    }

    @Test
    void theEndOfCandidatesComesBackToo() throws Exception {
        comesBack(VirtualPayload.END_OF_CANDIDATES);
        JsonNode empty = MAPPER.readTree("{\"candidate\": \"\"}");
        assertThat(VirtualPayload.parse(empty, 16)).isEqualTo(VirtualPayload.END_OF_CANDIDATES);
    }

    @Test
    void whatIsNoPayloadIsNone() throws Exception {
        assertThat(VirtualPayload.parse(MAPPER.readTree("[1, {\"type\": 3}]"), 16))
                .isNull();
    }

    private static void comesBack(VirtualPayload payload) throws Exception {
        byte[] bytes = MAPPER.writeValueAsBytes(payload.toJson());
        assertThat(bytes).hasSize(payload.sizeBytes());
        JsonNode read = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
        assertThat(VirtualPayload.parse(read, bytes.length)).isEqualTo(payload);
    }
}
