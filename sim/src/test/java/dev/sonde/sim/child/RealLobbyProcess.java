package dev.sonde.sim.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbySnapshot;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.GroupReunion;
import dev.sonde.matchmaking.LatencyFifo;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.PauseConfig;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.probe.ResultPolicy;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;
import dev.sonde.protocol.Ids;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Refusal;
import dev.sonde.protocol.ServerMessageCodec;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;
import dev.sonde.protocol.TurnCredentials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The real lobby as a process, so that what crosses the pipe can be compared with what does not.
 */
public final class RealLobbyProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LobbyUnderTest lobby = new Lobby(
            LobbyConfig.DEFAULT, Fifo.withoutLimit(), new Counted(), TurnCredentialSource.NONE);

    private RealLobbyProcess() {}

    /** Names that are the same in every life. */
    private static final class Counted implements Ids {

        private long last;

        @Override
        public ProbeId nextProbe() {
            return ProbeId.ofRandomBits(0, ++last);
        }

        @Override
        public MatchId nextMatch() {
            return MatchId.ofRandomBits(0, ++last);
        }
    }

    /** Answers lines until there are no more. */
    public static void main(String[] arguments) throws IOException {
        RealLobbyProcess process = new RealLobbyProcess();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ObjectNode answer = process.answer(JSON.readTree(line));
            out.print(answer.toString() + '\n');
            out.flush();
        }
    }

    private ObjectNode answer(JsonNode line) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("n", line.get("n"));
        if (line.has("hello")) {
            answer.putObject("hello")
                    .put("wire", 1)
                    .put("name", "real lobby")
                    .put("snapshots", true);
        } else if (line.has("reset")) {
            lobby = born(line.get("reset"));
        } else if (line.has("snapshot")) {
            answer.set("snapshot", view(lobby.snapshot().orElseThrow()));
        } else {
            ArrayNode effects = answer.putArray("effects");
            lobby.accept(
                    line.get("at").longValue(), input(line), effect -> effects.add(of(effect)));
            if (lobby.nextDeadlineNanos() != LobbyUnderTest.NO_DEADLINE) {
                answer.put("deadline", lobby.nextDeadlineNanos());
            }
        }
        return answer;
    }

    private static Lobby born(JsonNode reset) {
        JsonNode waiting = reset.get("waiting");
        JsonNode pause = waiting.get("pause");
        JsonNode probe = reset.get("probe");
        WaitingConfig unsaid = WaitingConfig.DEFAULT;
        PresenceConfig presence = new PresenceConfig(
                nanos(probe, "grace"),
                nanos(waiting, "grace"),
                PresenceConfig.DEFAULT.burstEvents(),
                PresenceConfig.DEFAULT.eventsPerSecond());
        ProbeConfig probes = new ProbeConfig(
                nanos(probe, "timeout"),
                nanos(probe, "preparing"),
                nanos(probe, "settle"),
                ResultPolicy.valueOf(probe.get("results")
                        .textValue()
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                probe.get("signals_per_side").intValue(),
                probe.get("signal_bytes_per_side").intValue(),
                ProbeConfig.DEFAULT.rememberedNanos(),
                ProbeConfig.DEFAULT.rememberedProbes());
        WaitingConfig room = new WaitingConfig(
                waiting.get("group_size").intValue(),
                nanos(waiting, "time"),
                nanos(waiting, "hold"),
                unsaid.askAgainNanos(),
                nanos(waiting, "drain_after_other"),
                nanos(waiting, "drain_after_start"),
                nanos(probe, "timeout"),
                nanos(waiting, "heard_within"),
                nanos(waiting, "reuse"),
                nanos(waiting, "state_every"),
                unsaid.stateUpTo(),
                unsaid.capacity(),
                new PauseConfig(
                        nanos(pause, "over_limit"),
                        nanos(pause, "over_limit_most"),
                        pause.get("near_factor").doubleValue(),
                        nanos(pause, "failed_preparing"),
                        nanos(pause, "failed"),
                        nanos(pause, "failed_most")));
        LobbyConfig config = new LobbyConfig(
                reset.get("pool").textValue(),
                presence,
                probes,
                room,
                reset.get("echoes_refusals").booleanValue());
        return new Lobby(
                config,
                matchmaker(reset.get("matchmaker")),
                new Counted(),
                turn(reset.get("turn")));
    }

    private static Matchmaker matchmaker(JsonNode node) {
        JsonNode limit = node.get("max_p2p_rtt_ms");
        OptionalDouble most =
                limit.isNull() ? OptionalDouble.empty() : OptionalDouble.of(limit.doubleValue());
        return switch (node.get("type").textValue()) {
            case "latency-fifo" ->
                new LatencyFifo(node.get("max_server_rtt_ms").doubleValue(), most);
            case "group-reunion" ->
                new GroupReunion(node.get("fallback_to_fifo").booleanValue(), most);
            default -> new Fifo(most);
        };
    }

    private static TurnCredentialSource turn(JsonNode node) {
        return node.isNull()
                ? TurnCredentialSource.NONE
                : (subject, now) -> new TurnCredentials(
                        node.get("username").textValue().replace("{subject}", subject.value()),
                        node.get("credential").textValue(),
                        List.of());
    }

    private static long nanos(JsonNode node, String key) {
        return node.get(key).longValue();
    }

    private static Input input(JsonNode line) {
        SocketId socket = new SocketId(line.path("socket").longValue());
        return switch (line.get("in").textValue()) {
            case "connect" ->
                new Input.Connect(
                        socket,
                        new SubjectId(line.get("subject").textValue()),
                        new Instance(line.get("instance").textValue()));
            case "disconnect" -> new Input.Disconnect(socket);
            case "heard" -> new Input.Heard(socket);
            case "message" ->
                new Input.Receive(
                        socket,
                        ClientMessageCodec.read(
                                line.get("event").textValue(), line.get("payload"), 0));
            case "unreadable" ->
                new Input.Receive(
                        socket,
                        new ClientMessage.Unreadable(
                                line.get("event").textValue(),
                                Stream.of(Refusal.values())
                                        .filter(reason -> reason.wireName()
                                                .equals(line.get("reason").textValue()))
                                        .findFirst()
                                        .orElseThrow()));
            case "shutdown" -> Input.SHUTDOWN;
            default -> Input.WAKE;
        };
    }

    private static ObjectNode of(Effect effect) {
        ObjectNode node = JSON.createObjectNode();
        if (effect instanceof Effect.Send send) {
            node.put("do", "send").put("socket", send.socket().value());
            node.put("subject", send.subject().value());
            node.put("event", send.message().event());
            node.set("payload", ServerMessageCodec.write(send.message()));
        } else if (effect instanceof Effect.Close close) {
            node.put("do", "close").put("socket", close.socket().value());
            node.put("subject", close.subject().value());
        } else if (effect instanceof Effect.ProbeCreated created) {
            node.put("do", "probe-created").put("probe", created.probe().text());
            members(node, created.subjectA(), created.subjectB());
        } else if (effect instanceof Effect.ProbeFinished ended) {
            node.put("do", "probe-finished").put("probe", ended.probe().text());
            members(node, ended.subjectA(), ended.subjectB());
            node.put("outcome", ended.outcome().wireName());
            node.put("phase", ended.outcome().phase().wireName());
            if (ended.outcome() instanceof ProbeOutcome.Complete complete) {
                node.put("rtt_ms", complete.rttMillis());
            }
        } else if (effect instanceof Effect.StayOpened stay) {
            node.put("do", "stay-opened").put("subject", stay.subject().value());
            node.put("joined_at", stay.joinedAtNanos());
        } else if (effect instanceof Effect.StayClosed stay) {
            node.put("do", "stay-closed").put("subject", stay.subject().value());
            node.put("reason", stay.reason().wireName());
        } else {
            ofMatch(node, effect);
        }
        return node;
    }

    private static void ofMatch(ObjectNode node, Effect effect) {
        if (effect instanceof Effect.MatchFormed match) {
            node.put("do", "match-formed").put("match", match.match().text());
            members(node, match.members().toArray(SubjectId[]::new));
            ArrayNode pairs = node.putArray("pairs");
            for (Effect.PairRtt pair : match.pairs()) {
                ObjectNode one = pairs.addObject().put("rtt_ms", pair.rttMillis());
                members(one, pair.subjectA(), pair.subjectB());
            }
        } else if (effect instanceof Effect.MatchFinal match) {
            node.put("do", "match-final").put("match", match.match().text());
        } else if (effect instanceof Effect.MatchCancelled match) {
            node.put("do", "match-cancelled").put("match", match.match().text());
            node.put("cause", match.cause().value()).put("reason", match.reason());
        } else if (effect instanceof Effect.Refused refused) {
            node.put("do", "refused").put("socket", refused.socket().value());
            node.put("event", refused.event()).put("reason", refused.reason().wireName());
        } else {
            throw new IllegalStateException("not in this test: " + effect);
        }
    }

    private static void members(ObjectNode node, SubjectId... members) {
        ArrayNode list = node.putArray("members");
        for (SubjectId member : members) {
            list.add(member.value());
        }
    }

    private static ObjectNode view(LobbySnapshot snapshot) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode people = node.putArray("people");
        for (LobbySnapshot.Person person : snapshot.people()) {
            people.addObject()
                    .put("subject", person.subject().value())
                    .put("presence", person.presence())
                    .put("place", person.place());
        }
        ArrayNode probes = node.putArray("probes");
        for (LobbySnapshot.LiveProbe probe : snapshot.probes()) {
            ObjectNode one = probes.addObject()
                    .put("probe", probe.probe().text())
                    .put("phase", probe.phase().wireName());
            members(one, probe.subjectA(), probe.subjectB());
        }
        return node.put("pending_timers", snapshot.pendingTimers())
                .put("remembered_probes", snapshot.rememberedProbes())
                .put("remembered_pairs", snapshot.rememberedPairs());
    }
}
