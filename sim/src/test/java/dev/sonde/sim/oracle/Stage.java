package dev.sonde.sim.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.Lobby;
import dev.sonde.lobby.LobbyConfig;
import dev.sonde.lobby.LobbyUnderTest;
import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentials;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A lobby and an oracle on one clock, without a network: what people say is put in by hand. */
public final class Stage {

    /** Words that a test can recognize. */
    public record Text(String text) implements SignalPayload {
        @Override
        public int sizeBytes() {
            return text.length();
        }

        @Override
        public JsonNode toJson() {
            return NullNode.getInstance();
        }
    }

    public final Oracle oracle;
    public final List<Effect> effects = new ArrayList<>();
    private final LobbyUnderTest lobby;
    private final Map<String, SocketId> sockets = new TreeMap<>();
    private final Map<String, ProbeId> probes = new TreeMap<>();
    private long nowNanos = 1_000_000;
    private long event;
    private long nextSocket = 1;
    private int nextText = 1;

    public Stage(OracleSettings settings, LobbyUnderTest lobby) {
        this.oracle = new Oracle(settings);
        this.lobby = lobby;
    }

    /** The real lobby with its defaults; credentials name their owner. */
    public static Lobby realLobby(Matchmaker matchmaker) {
        return realLobby(matchmaker, 2);
    }

    /** The real lobby for groups of this size, around a changed strategy. */
    public static Lobby realLobby(Matchmaker matchmaker, int groupSize) {
        WaitingConfig waiting = WaitingConfig.DEFAULT;
        LobbyConfig config = LobbyConfig.DEFAULT;
        WaitingConfig sized = new WaitingConfig(
                groupSize,
                waiting.timeNanos(),
                waiting.holdNanos(),
                waiting.askAgainNanos(),
                waiting.drainAfterOtherNanos(),
                waiting.drainAfterStartNanos(),
                waiting.probeTimeoutNanos(),
                waiting.heardWithinNanos(),
                waiting.reuseNanos(),
                waiting.stateEveryNanos(),
                waiting.stateUpTo(),
                waiting.capacity(),
                waiting.pauses());
        return new Lobby(
                new LobbyConfig(config.pool(), config.presence(), config.probe(), sized, false),
                matchmaker,
                new CountedIds(),
                (subject, now) ->
                        new TurnCredentials("user", "secret-of-" + subject, List.of("turn:t")));
    }

    public long millis() {
        return nowNanos / 1_000_000;
    }

    /** Lets time pass, with a wake-up at each deadline. */
    public Stage at(long millis) {
        long target = millis * 1_000_000;
        long deadline = lobby.nextDeadlineNanos();
        while (deadline <= target) {
            nowNanos = Math.max(nowNanos, deadline);
            put(Input.WAKE);
            long next = lobby.nextDeadlineNanos();
            if (next <= nowNanos) {
                throw new IllegalStateException("the lobby wants to be woken for ever");
            }
            deadline = next;
        }
        nowNanos = target;
        oracle.afterEvent(++event, nowNanos);
        return this;
    }

    public void put(Input input) {
        event++;
        oracle.input(event, nowNanos, input);
        List<Effect> out = new ArrayList<>();
        lobby.accept(nowNanos, input, out::add);
        for (Effect effect : out) {
            oracle.effect(event, nowNanos, effect);
            effects.add(effect);
            if (effect instanceof Effect.Send send
                    && send.message() instanceof ServerMessage.Prepare prepare) {
                probes.put(send.subject().value(), prepare.probe());
            }
        }
        oracle.afterEvent(event, nowNanos);
    }

    public Stage connect(String who) {
        return connect(who, "");
    }

    public Stage connect(String who, String page) {
        SocketId socket = new SocketId(nextSocket++);
        sockets.put(who, socket);
        put(new Input.Connect(socket, new SubjectId(who), new Instance(page)));
        return this;
    }

    public Stage disconnect(String who) {
        return disconnect(socketOf(who));
    }

    public Stage disconnect(SocketId socket) {
        put(new Input.Disconnect(socket));
        return this;
    }

    public SocketId socketOf(String who) {
        SocketId socket = sockets.get(who);
        if (socket == null) {
            throw new IllegalArgumentException(who + " never connected");
        }
        return socket;
    }

    public @Nullable ProbeId probeOf(String who) {
        return probes.get(who);
    }

    public Stage say(String who, ClientMessage message) {
        put(new Input.Receive(socketOf(who), message));
        return this;
    }

    public Stage join(String who) {
        return say(who, new ClientMessage.Join(List.of(), OptionalDouble.empty(), ""));
    }

    public Stage leave(String who) {
        return say(who, new ClientMessage.Leave());
    }

    private ProbeId heldBy(String who) {
        ProbeId probe = probes.get(who);
        return probe == null ? ProbeId.ofRandomBits(9, 9) : probe;
    }

    public Stage ready(String who) {
        return say(who, new ClientMessage.Ready(heldBy(who)));
    }

    public Stage connected(String who) {
        return say(who, new ClientMessage.Connected(heldBy(who)));
    }

    public Stage signal(String who, String target) {
        return signal(who, target, heldBy(who));
    }

    public Stage signal(String who, String target, ProbeId probe) {
        SignalPayload payload = new Text("candidate " + nextText++);
        SubjectId to = new SubjectId(target);
        return say(who, new ClientMessage.Signal(probe, to, SignalType.ICE_CANDIDATE, payload));
    }

    public Stage success(String who, double rttMillis) {
        return result(who, Report.ofSuccess(rttMillis));
    }

    public Stage failure(String who) {
        return result(who, Report.FAILURE);
    }

    public Stage result(String who, Report report) {
        return say(who, new ClientMessage.Result(heldBy(who), report, ClientMessage.Details.NONE));
    }

    public Stage heard(String who) {
        put(new Input.Heard(socketOf(who)));
        return this;
    }

    /** Both connect and join; with a limit, their probe is then preparing. */
    public Stage meet(String one, String other) {
        return connect(one).join(one).connect(other).join(other);
    }

    /** A probe of two from ready to the first success. */
    public Stage measure(String one, String other, double rttMillis) {
        return ready(one)
                .ready(other)
                .signal(one, other)
                .signal(other, one)
                .success(one, rttMillis);
    }

    /** Lets everything run out and judges the end. */
    public Stage end(int openPeerConnections) {
        at(millis() + 1_800_000);
        List<SubjectId> none = List.of();
        oracle.end(
                ++event,
                nowNanos,
                new EndFacts(lobby.snapshot().orElse(null), openPeerConnections, none));
        return this;
    }

    /** Judges the end at once. */
    public Stage endNow() {
        List<SubjectId> none = List.of();
        oracle.end(++event, nowNanos, new EndFacts(lobby.snapshot().orElse(null), 0, none));
        return this;
    }

    /** The names of the claims that are false. */
    public List<String> violated() {
        return oracle.results(false).stream()
                .filter(result -> result.verdict() == Verdict.VIOLATED)
                .map(ClaimResult::name)
                .toList();
    }

    /** What is false, one line for each claim. */
    public List<String> violations() {
        List<String> lines = new ArrayList<>();
        for (ClaimResult result : oracle.results(false)) {
            if (result.verdict() == Verdict.VIOLATED) {
                lines.add(result.name() + " at " + result.atNanos() / 1_000_000 + " ms: "
                        + result.why());
            }
        }
        return lines;
    }
}
