package dev.sonde.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the coordinator says, as JSON, and back for clients that are written in Java. */
public final class ServerMessageCodec {

    private ServerMessageCodec() {}

    /** The payload of a message, as it goes to the client. */
    public static ObjectNode write(ServerMessage message) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (message instanceof ServerMessage.Prepare prepare) {
            writePrepare(node, prepare);
        } else if (message instanceof ServerMessage.Start start) {
            node.put("probe_session_id", start.probe().text());
        } else if (message instanceof ServerMessage.RelayedSignal signal) {
            node.put("probe_session_id", signal.probe().text());
            node.put("type", signal.type().wireName());
            node.put("from_subject_id", signal.from().value());
            node.set("payload", signal.payload().toJson());
        } else if (message instanceof ServerMessage.Cancel cancel) {
            node.put("probe_session_id", cancel.probe().text());
            node.put("reason", cancel.reason());
        } else if (message instanceof ServerMessage.WaitingRoomState state) {
            node.put("waiting", state.waiting());
            node.put("needed", state.needed());
            node.put("ms_remaining", state.millisRemaining());
        } else if (message instanceof ServerMessage.MatchFound found) {
            writeMatch(node, found);
        } else if (message instanceof ServerMessage.MatchCancelled cancelled) {
            node.put("match_id", cancelled.match().text());
            node.put("reason", cancelled.reason());
        } else if (message instanceof ServerMessage.WaitingRoomClosed closed) {
            node.put("reason", closed.reason().wireName());
        } else if (message instanceof ServerMessage.Refused refused) {
            node.put("event", refused.refusedEvent());
            node.put("type", refused.reason().wireName());
        }
        return node;
    }

    private static void writePrepare(ObjectNode node, ServerMessage.Prepare prepare) {
        TurnCredentials turn = prepare.turn();
        node.put("probe_session_id", prepare.probe().text());
        node.put("peer_subject_id", prepare.peer().value());
        node.put("turn_username", turn == null ? null : turn.username());
        node.put("turn_credential", turn == null ? null : turn.credential());
        if (turn != null && !turn.iceServerUrls().isEmpty()) {
            ArrayNode urls = node.putArray("ice_servers");
            turn.iceServerUrls().forEach(urls::add);
        }
    }

    private static void writeMatch(ObjectNode node, ServerMessage.MatchFound found) {
        node.put("match_id", found.match().text());
        ArrayNode members = node.putArray("members");
        found.members().forEach(member -> members.add(member.value()));
        if (found.rttMillis().isPresent()) {
            node.put("rtt_ms", found.rttMillis().getAsDouble());
        } else {
            node.putNull("rtt_ms");
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static ServerMessage read(String event, JsonNode node) {
        return switch (event) {
            case "probe_prepare" -> readPrepare(node);
            case "probe_start" -> new ServerMessage.Start(probe(node));
            case "probe_signal" -> readSignal(node);
            case "probe_cancel" ->
                new ServerMessage.Cancel(probe(node), node.path("reason").asText());
            case "waiting_room" ->
                new ServerMessage.WaitingRoomState(
                        node.path("waiting").intValue(),
                        node.path("needed").intValue(),
                        node.path("ms_remaining").longValue());
            case "match_found" -> readMatch(node);
            case "match_cancelled" ->
                new ServerMessage.MatchCancelled(
                        match(node), node.path("reason").asText());
            case "waiting_room_closed" ->
                new ServerMessage.WaitingRoomClosed(
                        byWireName(StayEnd.values(), node.path("reason").asText()));
            case "superseded" -> new ServerMessage.Superseded();
            case "refused" ->
                new ServerMessage.Refused(
                        node.path("event").asText(),
                        byWireName(Refusal.values(), node.path("type").asText()));
            default -> throw new IllegalArgumentException("no server event is called " + event);
        };
    }

    private static ServerMessage readPrepare(JsonNode node) {
        List<String> urls = new ArrayList<>();
        node.path("ice_servers").forEach(url -> urls.add(url.asText()));
        TurnCredentials turn = node.path("turn_username").isTextual()
                ? new TurnCredentials(
                        node.path("turn_username").asText(),
                        node.path("turn_credential").asText(),
                        urls)
                : null;
        return new ServerMessage.Prepare(
                probe(node), new SubjectId(node.path("peer_subject_id").asText()), turn);
    }

    private static ServerMessage readSignal(JsonNode node) {
        JsonNode payload = node.path("payload");
        return new ServerMessage.RelayedSignal(
                probe(node),
                known(ClientMessageCodec.signalType(node.path("type").asText()), node),
                new SubjectId(node.path("from_subject_id").asText()),
                new JsonPayload(payload, JsonSize.of(payload)));
    }

    private static ServerMessage readMatch(JsonNode node) {
        List<SubjectId> members = new ArrayList<>();
        node.path("members").forEach(member -> members.add(new SubjectId(member.asText())));
        JsonNode rtt = node.path("rtt_ms");
        return new ServerMessage.MatchFound(
                match(node),
                members,
                rtt.isNumber() ? OptionalDouble.of(rtt.doubleValue()) : OptionalDouble.empty());
    }

    private static ProbeId probe(JsonNode node) {
        return known(ProbeId.parse(node.path("probe_session_id").asText()), node);
    }

    private static MatchId match(JsonNode node) {
        return known(MatchId.parse(node.path("match_id").asText()), node);
    }

    private static <T> T known(@Nullable T value, JsonNode node) {
        if (value == null) {
            throw new IllegalArgumentException("not as the coordinator writes it: " + node);
        }
        return value;
    }

    private static <E extends Enum<E>> E byWireName(E[] constants, String wireName) {
        for (E constant : constants) {
            String name = constant instanceof StayEnd end
                    ? end.wireName()
                    : constant instanceof Refusal refusal ? refusal.wireName() : "";
            if (name.equals(wireName)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such reason: " + wireName);
    }
}
