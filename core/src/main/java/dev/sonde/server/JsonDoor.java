package dev.sonde.server;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.protocol.AckArgs;
import com.corundumstudio.socketio.protocol.Event;
import com.corundumstudio.socketio.protocol.JsonSupport;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;
import dev.sonde.protocol.Limits;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.ServerMessageCodec;

import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Bytes to messages and back, for netty-socketio. Every event, known or not, readable or not,
 * becomes one event called {@link #SAID} with one argument, so that nothing is dropped unseen and
 * no exception carries what strangers sent into a log.
 */
final class JsonDoor implements JsonSupport {

    /** The only event that the server listens to. Its argument is a {@link Said}. */
    static final String SAID = "said";

    /** What arrived: a message, or (in development mode) a page that says who it is. */
    record Said(ClientMessage message, String registers) {}

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 128;
    private static final int LONGEST_NAME = 256;
    private static final String REGISTER = "register_subject";

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(4 * Limits.EVENT_BYTES)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    public <T> T readValue(String namespace, ByteBufInputStream src, Class<T> type)
            throws IOException {
        // Not readAllBytes: that one takes 16 KiB first, whatever there is to read.
        byte[] bytes = new byte[src.available()];
        src.readFully(bytes);
        if (type == Event.class) {
            return type.cast(new Event(SAID, List.of(read(bytes))));
        }
        // The auth object of a connect packet: identity comes from the handshake alone.
        return type.cast(Map.of());
    }

    private Said read(byte[] bytes) {
        String name = "";
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY
                    || parser.nextToken() != JsonToken.VALUE_STRING) {
                return unreadable(name, Refusal.MALFORMED);
            }
            name = parser.getText();
            int payloadBytes = Math.max(0, bytes.length - name.length() - "[\"\",]".length());
            if (payloadBytes > Limits.EVENT_BYTES) {
                return unreadable(name, Refusal.TOO_LARGE);
            }
            boolean hasPayload = parser.nextToken() != JsonToken.END_ARRAY;
            JsonNode payload =
                    hasPayload ? json.<JsonNode>readTree(parser) : MissingNode.getInstance();
            return said(name, payload, payloadBytes);
        } catch (IOException e) {
            return unreadable(name, Refusal.MALFORMED);
        }
    }

    private static Said said(String name, JsonNode payload, int payloadBytes) {
        ClientMessage message = ClientMessageCodec.read(name, payload, payloadBytes);
        boolean registers = name.equals(REGISTER);
        return new Said(message, registers ? payload.path("subject_id").asText("") : "");
    }

    private static Said unreadable(String name, Refusal reason) {
        String shown = name.length() <= LONGEST_NAME / 4 ? name : name.substring(0, 64);
        return new Said(new ClientMessage.Unreadable(shown, reason), "");
    }

    @Override
    public void writeValue(ByteBufOutputStream out, Object value) throws IOException {
        if (value instanceof List<?> event
                && event.size() == 2
                && event.get(1) instanceof ServerMessage message) {
            try (JsonGenerator generator = json.createGenerator((java.io.OutputStream) out)) {
                generator.writeStartArray();
                generator.writeString(message.event());
                if (message instanceof ServerMessage.RelayedSignal signal) {
                    write(generator, signal);
                } else {
                    generator.writeTree(ServerMessageCodec.write(message));
                }
                generator.writeEndArray();
            }
        } else {
            json.writeValue((java.io.OutputStream) out, value);
        }
    }

    /**
     * What {@link ServerMessageCodec} writes; nine of ten messages are these, so without a tree.
     */
    private static void write(JsonGenerator generator, ServerMessage.RelayedSignal signal)
            throws IOException {
        generator.writeStartObject();
        generator.writeStringField("probe_session_id", signal.probe().text());
        generator.writeStringField("type", signal.type().wireName());
        generator.writeStringField("from_subject_id", signal.from().value());
        generator.writeFieldName("payload");
        generator.writeTree(signal.payload().toJson());
        generator.writeEndObject();
    }

    @Override
    public AckArgs readAckArgs(ByteBufInputStream src, AckCallback<?> callback) {
        // We never ask for acknowledgements.
        return new AckArgs(List.of());
    }

    @Override
    public void addEventMapping(String namespace, String event, Class<?>... types) {
        // There is one event only.
    }

    @Override
    public void removeEventMapping(String namespace, String event) {
        // There is one event only.
    }

    @Override
    public List<byte[]> getArrays() {
        return List.of();
    }
}
