package dev.sonde.sim.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.protocol.SignalPayload;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.SessionDescription;

import org.jspecify.annotations.Nullable;

/**
 * What virtual browsers send each other through the coordinator. As JSON it has the shape and the
 * size of the real thing, with the numbers that matter here in fields of their own.
 */
public sealed interface VirtualPayload extends SignalPayload {

    /** Longest text that is taken for padding; the coordinator lets no more through anyway. */
    int MOST_BYTES = 16 * 1024;

    /** Room for all fields but the padding. */
    int LEAST_BYTES = 160;

    /** An offer or an answer. */
    record Description(SessionDescription description) implements VirtualPayload {

        /** @throws IllegalArgumentException below {@link #LEAST_BYTES} */
        public Description {
            requireRoom(description.sizeBytes());
        }

        @Override
        public int sizeBytes() {
            return description.sizeBytes();
        }

        @Override
        public JsonNode toJson() {
            return padded(bare(), "sdp", description.sizeBytes());
        }

        private ObjectNode bare() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", description.offer() ? "offer" : "answer")
                    .put("connection", description.connection())
                    .put("answers", description.answers())
                    .put("sdp", "");
        }
    }

    /** A candidate. */
    record Candidate(IceCandidate candidate) implements VirtualPayload {

        /** @throws IllegalArgumentException below {@link #LEAST_BYTES} */
        public Candidate {
            requireRoom(candidate.sizeBytes());
        }

        @Override
        public int sizeBytes() {
            return candidate.sizeBytes();
        }

        @Override
        public JsonNode toJson() {
            return padded(bare(), "candidate", candidate.sizeBytes());
        }

        private ObjectNode bare() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("typ", candidate.type())
                    .put("connection", candidate.connection())
                    .put("index", candidate.index())
                    .put("candidate", "");
        }
    }

    /** No more candidates follow. */
    record EndOfCandidates() implements VirtualPayload {

        @Override
        public int sizeBytes() {
            return 4;
        }

        @Override
        public JsonNode toJson() {
            return NullNode.getInstance();
        }
    }

    VirtualPayload END_OF_CANDIDATES = new EndOfCandidates();

    private static void requireRoom(int sizeBytes) {
        if (sizeBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a description or candidate takes at least "
                    + LEAST_BYTES + " bytes, not " + sizeBytes);
        }
    }

    private static ObjectNode padded(ObjectNode bare, String field, int sizeBytes) {
        int missing = sizeBytes - bare.toString().length();
        return missing > 0 ? bare.put(field, "v".repeat(Math.min(missing, MOST_BYTES))) : bare;
    }

    /** The payload as virtual browsers read it, whether it came by reference or as JSON. */
    static @Nullable VirtualPayload of(SignalPayload payload) {
        return payload instanceof VirtualPayload known
                ? known
                : parse(payload.toJson(), payload.sizeBytes());
    }

    /**
     * Reads what {@link #toJson} writes; null if it is nothing of that kind.
     *
     * @param bytes what it took on the wire
     */
    static @Nullable VirtualPayload parse(JsonNode json, int bytes) {
        if (json.isNull()) {
            return END_OF_CANDIDATES;
        }
        long connection = json.path("connection").asLong(0);
        int sizeBytes = Math.max(LEAST_BYTES, bytes);
        String type = json.path("type").asText("");
        if (type.equals("offer") || type.equals("answer")) {
            long answers = json.path("answers").asLong(0);
            return new Description(
                    new SessionDescription(type.equals("offer"), connection, answers, sizeBytes));
        }
        if (json.has("typ")) {
            return new Candidate(new IceCandidate(
                    json.path("typ").asText(""),
                    connection,
                    json.path("index").asInt(0),
                    sizeBytes));
        }
        boolean end = json.path("candidate").isTextual()
                && json.path("candidate").asText("").isEmpty();
        return end ? END_OF_CANDIDATES : null;
    }
}
