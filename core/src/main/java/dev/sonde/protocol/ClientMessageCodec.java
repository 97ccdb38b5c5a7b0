package dev.sonde.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What clients say, as JSON and back. Reading never throws: what does not fit becomes a
 * {@link ClientMessage.Unreadable} with its reason.
 */
public final class ClientMessageCodec {

    private static final int LONGEST_NAME = 64;

    private ClientMessageCodec() {}

    /**
     * @param event wire name of the event
     * @param payload its only argument; any node, also a missing one
     * @param sizeBytes what the payload took on the wire
     */
    public static ClientMessage read(String event, JsonNode payload, int sizeBytes) {
        if (sizeBytes > Limits.EVENT_BYTES) {
            return unreadable(event, Refusal.TOO_LARGE);
        }
        return switch (event) {
            case "probe_ready", "probe_connected", "probe_signal", "probe_result" ->
                readOfProbe(event, payload);
            case "join" -> readJoin(payload);
            case "leave" -> new ClientMessage.Leave();
            default -> unreadable(event, Refusal.UNKNOWN_EVENT);
        };
    }

    private static ClientMessage unreadable(String event, Refusal reason) {
        return new ClientMessage.Unreadable(
                event.length() <= LONGEST_NAME ? event : event.substring(0, LONGEST_NAME), reason);
    }

    private static ClientMessage readOfProbe(String event, JsonNode payload) {
        JsonNode text = payload.path("probe_session_id");
        if (!text.isTextual()) {
            return unreadable(event, Refusal.MALFORMED);
        }
        ProbeId probe = ProbeId.parse(text.textValue());
        if (probe == null) {
            return unreadable(event, Refusal.UNKNOWN_PROBE);
        }
        return switch (event) {
            case "probe_ready" -> new ClientMessage.Ready(probe);
            case "probe_connected" -> new ClientMessage.Connected(probe);
            case "probe_signal" -> readSignal(probe, payload);
            default -> readResult(probe, payload);
        };
    }

    private static ClientMessage readSignal(ProbeId probe, JsonNode message) {
        JsonNode target = message.path("target_subject_id");
        JsonNode type = message.path("type");
        boolean fits = target.isTextual()
                && SubjectId.isValid(target.textValue())
                && type.isTextual()
                && message.has("payload");
        if (!fits) {
            return unreadable("probe_signal", Refusal.MALFORMED);
        }
        SignalType known = signalType(type.textValue());
        if (known == null) {
            return unreadable("probe_signal", Refusal.UNKNOWN_TYPE);
        }
        JsonNode payload = message.get("payload");
        return new ClientMessage.Signal(
                probe,
                new SubjectId(target.textValue()),
                known,
                new JsonPayload(payload, JsonSize.of(payload)));
    }

    static @Nullable SignalType signalType(String wireName) {
        for (SignalType type : SignalType.values()) {
            if (type.wireName().equals(wireName)) {
                return type;
            }
        }
        return null;
    }

    private static ClientMessage readResult(ProbeId probe, JsonNode message) {
        JsonNode success = message.path("success");
        if (!success.isBoolean()) {
            return unreadable("probe_result", Refusal.MALFORMED);
        }
        JsonNode rtt = message.path("rtt_ms");
        Report report;
        if (!success.booleanValue() || rtt.isNull() || rtt.isMissingNode()) {
            report = Report.FAILURE;
        } else {
            report = rtt.isNumber() ? Report.ofSuccess(rtt.doubleValue()) : Report.INVALID;
        }
        return new ClientMessage.Result(probe, report, readDetails(message));
    }

    /** Nothing is decided by the details, so those that don't fit are left out. */
    private static ClientMessage.Details readDetails(JsonNode message) {
        List<Double> samples = new ArrayList<>();
        for (JsonNode sample : message.path("samples")) {
            if (sample.isNumber()
                    && Report.isValid(sample.doubleValue())
                    && samples.size() < Limits.SAMPLES) {
                samples.add(sample.doubleValue());
            }
        }
        String type = message.path("candidate_type").asText("");
        return new ClientMessage.Details(
                samples,
                count(message.path("sent")),
                count(message.path("received")),
                type.length() <= LONGEST_NAME ? type : "");
    }

    private static int count(JsonNode node) {
        return node.isInt() ? Math.max(0, node.intValue()) : 0;
    }

    private static ClientMessage readJoin(JsonNode message) {
        JsonNode history = message.path("group_history");
        JsonNode rtt = message.path("server_rtt_ms");
        JsonNode pool = message.path("pool");
        boolean rttFits = isAbsent(rtt) || (rtt.isNumber() && Report.isValid(rtt.doubleValue()));
        boolean poolFits =
                isAbsent(pool) || (pool.isTextual() && pool.textValue().length() <= LONGEST_NAME);
        boolean historyFits =
                isAbsent(history) || (history.isArray() && history.size() <= Limits.GROUP_HISTORY);
        if (!rttFits || !poolFits || !historyFits) {
            return unreadable("join", Refusal.MALFORMED);
        }
        List<SubjectId> partners = new ArrayList<>();
        for (JsonNode partner : history) {
            if (!partner.isTextual() || !SubjectId.isValid(partner.textValue())) {
                return unreadable("join", Refusal.MALFORMED);
            }
            partners.add(new SubjectId(partner.textValue()));
        }
        OptionalDouble serverRtt =
                isAbsent(rtt) ? OptionalDouble.empty() : OptionalDouble.of(rtt.doubleValue());
        return new ClientMessage.Join(partners, serverRtt, pool.asText(""));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** The payload of a message, as a client sends it. */
    public static ObjectNode write(ClientMessage message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (message instanceof ClientMessage.Ready ready) {
            node.put("probe_session_id", ready.probe().text());
        } else if (message instanceof ClientMessage.Connected connected) {
            node.put("probe_session_id", connected.probe().text());
        } else if (message instanceof ClientMessage.Signal signal) {
            node.put("probe_session_id", signal.probe().text());
            node.put("target_subject_id", signal.target().value());
            node.put("type", signal.type().wireName());
            node.set("payload", signal.payload().toJson());
        } else if (message instanceof ClientMessage.Result result) {
            writeResult(node, result);
        } else if (message instanceof ClientMessage.Join join) {
            writeJoin(node, join);
        }
        return node;
    }

    private static void writeResult(ObjectNode node, ClientMessage.Result result) {
        node.put("probe_session_id", result.probe().text());
        if (result.report() instanceof Report.Success success) {
            node.put("rtt_ms", success.rttMillis());
            node.put("success", true);
        } else if (result.report() instanceof Report.Invalid) {
            // Which invalid value it was makes no difference to anybody.
            node.put("rtt_ms", "invalid");
            node.put("success", true);
        } else {
            node.putNull("rtt_ms");
            node.put("success", false);
        }
        ClientMessage.Details details = result.details();
        if (!details.equals(ClientMessage.Details.NONE)) {
            ArrayNode samples = node.putArray("samples");
            details.samplesMillis().forEach(samples::add);
            node.put("sent", details.sent());
            node.put("received", details.received());
            node.put("candidate_type", details.candidateType());
        }
    }

    private static void writeJoin(ObjectNode node, ClientMessage.Join join) {
        ArrayNode history = node.putArray("group_history");
        join.groupHistory().forEach(partner -> history.add(partner.value()));
        join.serverRttMillis().ifPresent(rtt -> node.put("server_rtt_ms", rtt));
        if (!join.pool().isEmpty()) {
            node.put("pool", join.pool());
        }
    }
}
