package dev.sonde.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.sonde.matchmaking.Fifo;
import dev.sonde.matchmaking.WaitingConfig;
import dev.sonde.presence.PresenceConfig;
import dev.sonde.probe.ProbeConfig;
import dev.sonde.protocol.ClientMessage;
import dev.sonde.protocol.ClientMessageCodec;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.JsonPayload;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ProbeOutcome;
import dev.sonde.protocol.Report;
import dev.sonde.protocol.SignalType;
import dev.sonde.protocol.SocketId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.protocol.TurnCredentialSource;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** People who lie, by the thousands, with no limit on how much they may say. */
class HostileInputTest {

    private static final long MILLI = 1_000_000;
    private static final int GUESSES = 1_000_000;
    private static final int FORGERIES = 10_000;
    private static final int TRACES = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One lobby with what it has done so far. */
    private static final class World {

        private final Lobby lobby = new Lobby(
                new LobbyConfig(
                        "default",
                        new PresenceConfig(
                                PresenceConfig.DEFAULT.probeGraceNanos(),
                                PresenceConfig.DEFAULT.graceNanos(),
                                Integer.MAX_VALUE,
                                Integer.MAX_VALUE),
                        ProbeConfig.DEFAULT,
                        WaitingConfig.DEFAULT,
                        false),
                new Fifo(OptionalDouble.of(100)),
                new Cast(),
                TurnCredentialSource.NONE);
        private final List<Effect> effects = new ArrayList<>();
        private long nowNanos;

        World accept(Input input) {
            nowNanos += MILLI;
            lobby.accept(nowNanos, input, effects::add);
            return this;
        }

        World connects(long socket, String name) {
            return accept(
                    new Input.Connect(new SocketId(socket), new SubjectId(name), Instance.NONE));
        }

        World says(long socket, ClientMessage message) {
            return accept(new Input.Receive(new SocketId(socket), message));
        }

        World joins(long socket) {
            return says(socket, new ClientMessage.Join(List.of(), OptionalDouble.empty(), ""));
        }

        /** The two are in a probe that has started. */
        ProbeId probe(long socketA, String a, long socketB, String b) {
            connects(socketA, a).connects(socketB, b).joins(socketA).joins(socketB);
            ProbeId probe = lastProbe();
            says(socketA, new ClientMessage.Ready(probe));
            says(socketB, new ClientMessage.Ready(probe));
            return probe;
        }

        private ProbeId lastProbe() {
            return effects.stream()
                    .filter(Effect.ProbeCreated.class::isInstance)
                    .map(effect -> ((Effect.ProbeCreated) effect).probe())
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        /** What became of probes and matches. */
        List<Effect> outcome() {
            return effects.stream()
                    .filter(effect -> effect instanceof Effect.ProbeCreated
                            || effect instanceof Effect.ProbeFinished
                            || effect instanceof Effect.MatchFormed)
                    .toList();
        }
    }

    private static ClientMessage signal(ProbeId probe, String target) {
        return new ClientMessage.Signal(
                probe,
                new SubjectId(target),
                SignalType.OFFER,
                new JsonPayload(NullNode.getInstance(), 4));
    }

    private static ClientMessage result(ProbeId probe, double millis) {
        return new ClientMessage.Result(
                probe, Report.ofSuccess(millis), ClientMessage.Details.NONE);
    }

    private static List<ClientMessage> all(ProbeId probe, String target) {
        return List.of(
                new ClientMessage.Ready(probe),
                new ClientMessage.Connected(probe),
                signal(probe, target),
                result(probe, 20));
    }

    @Test
    void millionGuessedIdsDoNothing() {
        World world = new World();
        ProbeId probe = world.probe(1, "ann", 2, "bob");
        world.connects(3, "eve");
        LobbySnapshot before = world.lobby.snapshot().orElseThrow();
        long[] others = new long[1];
        EffectSink sink = effect -> others[0] += effect instanceof Effect.Refused ? 0 : 1;

        for (int i = 0; i < GUESSES; i++) {
            long most = probe.mostBits() ^ (1L << i % 48) ^ ((long) i << 20);
            ProbeId guessed = ProbeId.ofRandomBits(most, probe.leastBits() ^ i);
            ProbeId other = guessed.equals(probe) ? ProbeId.ofRandomBits(i, i) : guessed;
            ClientMessage message = all(other, "ann").get(i % 4);
            // A member guesses too: knowing one probe helps with no other.
            SocketId speaker = new SocketId(i % 2 == 0 ? 3 : 1);
            world.lobby.accept(world.nowNanos, new Input.Receive(speaker, message), sink);
        }

        assertThat(others[0]).as("effects that are no refusals").isZero();
        assertThat(world.lobby.snapshot()).contains(before);
    }

    /**
     * What comes of it when one of those who have no business in a probe says everything about it:
     * about ann's with bob, but for the former member, who was in an earlier one of hers.
     */
    private static List<Effect> effectsOf(String speaker) {
        World world = new World();
        ProbeId former = world.probe(1, "ann", 5, "fay");
        world.says(1, result(former, 90_000)).says(5, result(former, 90_000));
        world.says(1, result(former, 500)).says(5, new ClientMessage.Leave());
        world.connects(2, "ann");
        ProbeId probe = world.probe(2, "ann", 3, "bob");
        world.probe(6, "gus", 7, "hal");
        world.connects(4, "eve");
        world.effects.clear();
        switch (speaker) {
            case "stranger" -> all(probe, "bob").forEach(said -> world.says(4, said));
            case "member of another probe" ->
                all(probe, "bob").forEach(said -> world.says(6, said));
            case "former member" -> all(former, "ann").forEach(said -> world.says(5, said));
            case "old socket" -> all(probe, "bob").forEach(said -> world.says(1, said));
            default -> all(probe, "ann").forEach(said -> world.says(3, said));
        }
        return world.effects;
    }

    @Test
    void whoIsNoMemberOnTheCurrentSocketIsRefusedWhateverTheySay() {
        for (String speaker :
                List.of("stranger", "member of another probe", "former member", "old socket")) {
            assertThat(effectsOf(speaker))
                    .as(speaker)
                    .hasSize(4)
                    .allMatch(Effect.Refused.class::isInstance);
        }
        assertThat(effectsOf("bob"))
                .as("a member, so that the rest says something")
                .anyMatch(Effect.ProbeFinished.class::isInstance);
    }

    /** A result's JSON whose time is odd in one of many ways; some of them are valid after all. */
    private static String oddResult(int i, ProbeId probe) {
        List<String> shapes = List.of(
                "-%d",
                "%de308", "-0.%d", "\"%d\"", "[%d]", "{\"a\":%d}", "6000%d", "%de-400", "1%d");
        List<String> success = List.of("true", "false", "1", "null", "\"true\"", "[true]");
        String shape = i % 10 == 9 ? "null" : shapes.get(i % 10 % shapes.size());
        return "{\"probe_session_id\":\"" + probe.text() + "\",\"rtt_ms\":"
                + String.format(Locale.ROOT, shape, i) + ",\"success\":"
                + success.get(i % 3 == 0 ? i / 3 % success.size() : 0) + "}";
    }

    @Test
    void oddResultsEndAProbeOnceAndNeverWithATimeThatCannotBe() throws JsonProcessingException {
        for (int i = 0; i < FORGERIES; i++) {
            World world = new World();
            ProbeId probe = world.probe(1, "ann", 2, "bob");
            String json = oddResult(i, probe);
            ClientMessage odd = ClientMessageCodec.read("probe_result", JSON.readTree(json), 100);
            world.says(1, odd).says(1, odd).says(2, result(probe, 20)).says(2, odd);

            assertThat(world.effects)
                    .as(json)
                    .filteredOn(Effect.ProbeFinished.class::isInstance)
                    .singleElement()
                    .satisfies(end -> assertThat(
                                    ((ProbeOutcome.Complete) ((Effect.ProbeFinished) end).outcome())
                                            .rttMillis())
                            .isBetween(0.0, 60_000.0));
        }
    }

    /**
     * A probe's life of which each message is said so many times; what differs goes by the seed.
     */
    private static List<Effect> life(int seed, int mostTimes) {
        World world = new World();
        ProbeId probe = world.probe(1, "ann", 2, "bob");
        List<Input> said = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean isAnn = (seed >> i) % 2 == 0;
            said.add(new Input.Receive(
                    new SocketId(isAnn ? 1 : 2), signal(probe, isAnn ? "bob" : "ann")));
        }
        said.add(new Input.Receive(
                new SocketId(1 + seed % 2),
                seed % 5 == 0
                        ? new ClientMessage.Result(
                                probe, Report.FAILURE, ClientMessage.Details.NONE)
                        : result(probe, seed % 90)));
        said.add(new Input.Receive(new SocketId(2 - seed % 2), result(probe, seed % 70)));
        int times = seed;
        for (Input input : said) {
            times = (times * 31 + 7) % 1009;
            for (int i = 0; i <= times % mostTimes; i++) {
                world.accept(input);
            }
        }
        if (mostTimes > 1) {
            said.forEach(world::accept);
        }
        return world.outcome();
    }

    @Test
    void repeatedMessagesChangeNoOutcome() {
        for (int seed = 0; seed < TRACES; seed++) {
            assertThat(life(seed, 5)).as("trace %d", seed).isEqualTo(life(seed, 1));
        }
    }
}
