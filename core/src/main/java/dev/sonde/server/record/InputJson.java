package dev.sonde.server.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.Input;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Inputs as JSON, with names replaced and payloads reduced to their size; and back. */
final class InputJson {

    private final Pseudonyms names;
    private final Map<String, String> pages = new LinkedHashMap<>();

    InputJson(Pseudonyms names) {
        this.names = names;
    }

    ObjectNode write(Input input) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (input instanceof Input.Connect connect) {
            node.put("in", "connect").put("socket", connect.socket().value());
            node.put("who", names.of(connect.subject()).value());
            node.put("page", page(connect.instance()));
        } else if (input instanceof Input.Disconnect gone) {
            node.put("in", "disconnect").put("socket", gone.socket().value());
        } else if (input instanceof Input.Heard heard) {
            node.put("in", "heard").put("socket", heard.socket().value());
        } else if (input instanceof Input.Receive receive) {
            node.put("in", receive.message().event())
                    .put("socket", receive.socket().value());
            said(node, receive.message());
        } else {
            node.put("in", input instanceof Input.Shutdown ? "shutdown" : "wake");
        }
        return node;
    }

    private String page(Instance instance) {
        return instance.value().isEmpty()
                ? ""
                : pages.computeIfAbsent(instance.value(), key -> "page-" + (pages.size() + 1));
    }

    private void said(ObjectNode node, ClientMessage message) {
        if (message instanceof ClientMessage.Ready ready) {
            node.put("probe", ready.probe().text());
        } else if (message instanceof ClientMessage.Connected connected) {
            node.put("probe", connected.probe().text());
        } else if (message instanceof ClientMessage.Signal signal) {
            node.put("probe", signal.probe().text());
            node.put("to", names.of(signal.target()).value());
            node.put("type", signal.type().wireName());
            node.put("bytes", signal.payload().sizeBytes());
        } else if (message instanceof ClientMessage.Result result) {
            node.put("probe", result.probe().text());
            node.put("report", report(result.report()));
            if (result.report() instanceof Report.Success success) {
                node.put("rtt", success.rttMillis());
            }
        } else if (message instanceof ClientMessage.Join join) {
            ArrayNode history = node.putArray("history");
            join.groupHistory().forEach(partner -> history.add(names.of(partner).value()));
            join.serverRttMillis().ifPresent(rtt -> node.put("rtt", rtt));
            node.put("pool", join.pool());
        } else if (message instanceof ClientMessage.Unreadable unreadable) {
            // What a stranger called an event may be a name.
            node.put("in", "unreadable").put("reason", unreadable.reason().name());
            node.put("of", isOurs(unreadable.event()) ? unreadable.event() : "other");
        }
    }

    private static boolean isOurs(String event) {
        return event.startsWith("probe_") || event.equals("join") || event.equals("leave");
    }

    private static String report(Report report) {
        return report instanceof Report.Success
                ? "success"
                : report instanceof Report.Invalid ? "invalid" : "failure";
    }

    /** @throws IllegalArgumentException if it is no input as {@link #write} makes them */
    static Input read(JsonNode node) {
        SocketId socket = new SocketId(node.path("socket").asLong());
        String in = node.path("in").asText();
        return switch (in) {
            case "wake" -> Input.WAKE;
            case "shutdown" -> Input.SHUTDOWN;
            case "heard" -> new Input.Heard(socket);
            case "disconnect" -> new Input.Disconnect(socket);
            case "connect" ->
                new Input.Connect(
                        socket,
                        new SubjectId(node.path("who").asText()),
                        new Instance(node.path("page").asText()));
            default -> new Input.Receive(socket, message(in, node));
        };
    }

    private static ClientMessage message(String in, JsonNode node) {
        return switch (in) {
            case "probe_ready" -> new ClientMessage.Ready(probe(node));
            case "probe_connected" -> new ClientMessage.Connected(probe(node));
            case "probe_signal" ->
                new ClientMessage.Signal(
                        probe(node),
                        new SubjectId(node.path("to").asText()),
                        type(node.path("type").asText()),
                        new JsonPayload(
                                JsonNodeFactory.instance.nullNode(),
                                node.path("bytes").asInt()));
            case "probe_result" ->
                new ClientMessage.Result(probe(node), report(node), ClientMessage.Details.NONE);
            case "join" -> join(node);
            case "leave" -> new ClientMessage.Leave();
            case "unreadable" ->
                new ClientMessage.Unreadable(
                        node.path("of").asText(),
                        Refusal.valueOf(node.path("reason").asText()));
            default -> throw new IllegalArgumentException("no input is called '" + in + "'");
        };
    }

    private static ClientMessage join(JsonNode node) {
        List<SubjectId> history = new ArrayList<>();
        node.path("history").forEach(partner -> history.add(new SubjectId(partner.asText())));
        OptionalDouble rtt = node.has("rtt")
                ? OptionalDouble.of(node.path("rtt").asDouble())
                : OptionalDouble.empty();
        return new ClientMessage.Join(history, rtt, node.path("pool").asText());
    }

    private static Report report(JsonNode node) {
        return switch (node.path("report").asText()) {
            case "success" -> Report.ofSuccess(node.path("rtt").asDouble());
            case "invalid" -> Report.INVALID;
            default -> Report.FAILURE;
        };
    }

    private static ProbeId probe(JsonNode node) {
        ProbeId probe = ProbeId.parse(node.path("probe").asText());
        if (probe == null) {
            throw new IllegalArgumentException("no probe's id: " + node.path("probe"));
        }
        return probe;
    }

    private static SignalType type(String wireName) {
        for (SignalType type : SignalType.values()) {
            if (type.wireName().equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no signal is of type '" + wireName + "'");
    }
}
