package dev.sonde.sim.child;

import com.fasterxml.jackson.databind.JsonNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.ServerMessageCodec;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.StayEnd;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.LobbyFailure;
import dev.sonde.sim.peer.VirtualPayload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers as effects. What does not fit is said with its place and what was expected there. */
final class Answers {

    private final Child child;

    Answers(Child child) {
        this.child = child;
    }

    /** @throws LobbyFailure if it is neither missing, nor null, nor an instant */
    long deadline(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return LobbyUnderTest.NO_DEADLINE;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw unexpected(node, "deadline", "nanoseconds since the start, or null");
        }
        return node.longValue();
    }

    /** @throws LobbyFailure if one of them is no effect */
    void effects(JsonNode list, EffectSink effects) {
        if (!list.isArray() && !list.isMissingNode()) {
            throw unexpected(list, "effects", "a list");
        }
        for (JsonNode one : list) {
            try {
                effects.emit(effect(one));
            } catch (IllegalArgumentException e) {
                throw child.failed("the effect " + Child.quote(one.toString()) + " is wrong: "
                        + e.getMessage());
            }
        }
    }

    private Effect effect(JsonNode one) {
        String kind = text(one, "do");
        return switch (kind) {
            case "send" -> send(one);
            case "close" -> new Effect.Close(socket(one), subject(one, "subject"));
            case "probe-created" -> {
                List<SubjectId> two = two(one);
                yield new Effect.ProbeCreated(probe(one), two.get(0), two.get(1));
            }
            case "probe-finished" -> {
                List<SubjectId> two = two(one);
                yield new Effect.ProbeFinished(probe(one), two.get(0), two.get(1), outcome(one));
            }
            case "stay-opened" ->
                new Effect.StayOpened(subject(one, "subject"), whole(one, "joined_at"));
            case "stay-closed" ->
                new Effect.StayClosed(
                        subject(one, "subject"),
                        named(one, "reason", StayEnd.values(), StayEnd::wireName));
            case "match-formed" ->
                new Effect.MatchFormed(match(one), subjects(one, "members"), pairs(one));
            case "match-final" -> new Effect.MatchFinal(match(one));
            case "match-cancelled" ->
                new Effect.MatchCancelled(match(one), subject(one, "cause"), text(one, "reason"));
            case "refused" ->
                new Effect.Refused(
                        socket(one),
                        text(one, "event"),
                        named(one, "reason", Refusal.values(), Refusal::wireName));
            default ->
                throw new IllegalArgumentException("nothing is called '" + Child.quote(kind)
                        + "'; send, close, probe-created, probe-finished, stay-opened,"
                        + " stay-closed, match-formed, match-final, match-cancelled or refused"
                        + " was expected");
        };
    }

    /** What browsers said to each other comes back as they said it. */
    private static Effect send(JsonNode one) {
        ServerMessage message = ServerMessageCodec.read(text(one, "event"), one.path("payload"));
        if (message instanceof ServerMessage.RelayedSignal signal) {
            VirtualPayload payload = VirtualPayload.of(signal.payload());
            if (payload != null) {
                message = new ServerMessage.RelayedSignal(
                        signal.probe(), signal.type(), signal.from(), payload);
            }
        }
        return new Effect.Send(socket(one), subject(one, "subject"), message);
    }

    private static ProbeOutcome outcome(JsonNode one) {
        ProbeOutcome.Phase phase =
                named(one, "phase", ProbeOutcome.Phase.values(), ProbeOutcome.Phase::wireName);
        if (text(one, "outcome").equals("complete")) {
            return new ProbeOutcome.Complete(millis(one), phase);
        }
        return new ProbeOutcome.Failed(
                named(one, "outcome", ProbeOutcome.Reason.values(), ProbeOutcome.Reason::wireName),
                phase);
    }

    private static List<Effect.PairRtt> pairs(JsonNode one) {
        List<Effect.PairRtt> pairs = new ArrayList<>();
        for (JsonNode pair : one.path("pairs")) {
            List<SubjectId> two = two(pair);
            pairs.add(new Effect.PairRtt(two.get(0), two.get(1), millis(pair)));
        }
        return pairs;
    }

    /** @throws LobbyFailure if it is no view of a lobby */
    LobbySnapshot snapshot(JsonNode node) {
        try {
            List<LobbySnapshot.Person> people = new ArrayList<>();
            for (JsonNode person : node.path("people")) {
                people.add(new LobbySnapshot.Person(
                        subject(person, "subject"),
                        text(person, "presence"),
                        text(person, "place")));
            }
            List<LobbySnapshot.LiveProbe> probes = new ArrayList<>();
            for (JsonNode probe : node.path("probes")) {
                List<SubjectId> two = two(probe);
                probes.add(new LobbySnapshot.LiveProbe(
                        probe(probe),
                        two.get(0),
                        two.get(1),
                        named(
                                probe,
                                "phase",
                                ProbeOutcome.Phase.values(),
                                ProbeOutcome.Phase::wireName)));
            }
            return new LobbySnapshot(
                    people,
                    probes,
                    (int) whole(node, "pending_timers"),
                    (int) whole(node, "remembered_probes"),
                    (int) whole(node, "remembered_pairs"));
        } catch (IllegalArgumentException e) {
            throw child.failed("the snapshot " + Child.quote(node.toString()) + " is wrong: "
                    + e.getMessage());
        }
    }

    private static SocketId socket(JsonNode node) {
        return new SocketId(whole(node, "socket"));
    }

    private static ProbeId probe(JsonNode node) {
        ProbeId id = ProbeId.parse(text(node, "probe"));
        if (id == null) {
            throw new IllegalArgumentException("\"probe\" must be probe_ and a UUID of version 4");
        }
        return id;
    }

    private static MatchId match(JsonNode node) {
        MatchId id = MatchId.parse(text(node, "match"));
        if (id == null) {
            throw new IllegalArgumentException("\"match\" must be match_ and a UUID of version 4");
        }
        return id;
    }

    private static SubjectId subject(JsonNode node, String key) {
        return new SubjectId(text(node, key));
    }

    private static List<SubjectId> subjects(JsonNode node, String key) {
        List<SubjectId> subjects = new ArrayList<>();
        for (JsonNode one : node.path(key)) {
            subjects.add(new SubjectId(one.asText()));
        }
        return subjects;
    }

    private static List<SubjectId> two(JsonNode node) {
        List<SubjectId> members = subjects(node, "members");
        if (members.size() != 2) {
            throw new IllegalArgumentException("\"members\" must be a list of two subjects");
        }
        return members;
    }

    private static double millis(JsonNode node) {
        JsonNode rtt = node.path("rtt_ms");
        if (!rtt.isNumber()) {
            throw new IllegalArgumentException("\"rtt_ms\" must be a number");
        }
        return rtt.doubleValue();
    }

    private static long whole(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("\"" + key + "\" must be a whole number");
        }
        return value.longValue();
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("\"" + key + "\" must be a text");
        }
        return value.textValue();
    }

    private static <E extends Enum<E>> E named(
            JsonNode node, String key, E[] values, Function<E, String> wireName) {
        String word = text(node, key);
        for (E value : values) {
            if (wireName.apply(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"" + key + "\" must be one of "
                + String.join(", ", List.of(values).stream().map(wireName).toList()));
    }

    private LobbyFailure unexpected(JsonNode node, String key, String expected) {
        return child.failed("\"" + key + "\" was " + Child.quote(node.toString()) + "; " + expected
                + " was expected");
    }
}
