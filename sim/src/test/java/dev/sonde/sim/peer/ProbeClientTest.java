package dev.sonde.sim.peer;

import static dev.sonde.sim.peer.TestWorld.MILLI;
import static dev.sonde.sim.peer.TestWorld.PROBE;
import static dev.sonde.sim.peer.TestWorld.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.SignalPayload;
import dev.sonde.protocol.SignalType;
import dev.sonde.sim.network.IceCandidate;
import dev.sonde.sim.network.SessionDescription;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ProbeClientTest {

    private static final ProbeId NEXT = ProbeId.ofRandomBits(2, 2);
    private static final long START = 100 * MILLI;

    private static TestWorld probe(Behaviour anns, Behaviour bobs) {
        TestWorld world = new TestWorld(7);
        world.add("ann", anns);
        world.add("bob", bobs);
        world.probeAt(START, PROBE, "ann", "bob");
        return world;
    }

    private static TestWorld ran(Behaviour anns, Behaviour bobs) {
        TestWorld world = probe(anns, bobs);
        world.kernel.run();
        return world;
    }

    @Test
    void bothMeasureAndTheSecondReportComesTwoSecondsLaterBecauseTheFirstClosed() {
        TestWorld world = ran(Behaviour.HONEST, Behaviour.HONEST);
        assertThat(world.heardFrom("ann"))
                .containsExactly("connect", "join", "probe_ready", "success 40");
        assertThat(world.heardFrom("bob"))
                .containsExactly("connect", "join", "probe_ready", "success 40");
        long first = world.millisOf("ann", "success 40");
        long second = world.millisOf("bob", "success 40");
        // Bob's last ping was half way when ann's last pong came; then he waits for his timeout.
        assertThat(second - first).isBetween(1_975L, 1_985L);
        assertThat(world.media.openConnections()).isZero();
        assertThat(world.worstErrorNanos).isLessThanOrEqualTo(0);
    }

    @Test
    void bytesAndReferencesGiveTheSameConversation() {
        TestWorld byReference = ran(Behaviour.HONEST, Behaviour.MODERN);
        TestWorld encoded = probe(Behaviour.HONEST, Behaviour.MODERN);
        encoded.encoded = true;
        encoded.kernel.run();
        assertThat(encoded.heard).isEqualTo(byReference.heard);
        assertThat(encoded.kernel.events()).isEqualTo(byReference.kernel.events());
    }

    @Test
    void aWholeProbeOfTwoTakesAboutThirtyEvents() {
        TestWorld world = new TestWorld(7);
        world.add("ann", Behaviour.HONEST);
        world.add("bob", Behaviour.HONEST);
        world.kernel.run();
        long before = world.kernel.events();
        world.probeAt(world.kernel.nowNanos(), PROBE, "ann", "bob");
        world.kernel.run();
        assertThat(world.kernel.events() - before).isLessThanOrEqualTo(30);
    }

    @Test
    void aLateContinuationClosesTheNextProbe() {
        TestWorld world = probe(Behaviour.HONEST, Behaviour.HONEST);
        world.add("cat", Behaviour.HONEST);
        // Ann has reported by then; bob waits 0.3 s more for the pong that ann's closing ate.
        world.probeAt(afterAnnsReport(), NEXT, "bob", "cat");
        world.kernel.run();
        assertThat(world.heardFrom("bob")).contains("success 40");
        assertThat(world.heardFrom("cat"))
                .containsExactly("connect", "join", "probe_ready", "failure");
    }

    private static long afterAnnsReport() {
        TestWorld world = ran(Behaviour.HONEST, Behaviour.HONEST);
        return (world.millisOf("ann", "success 40") + 1_700) * MILLI;
    }

    @Test
    void aModernClientLeavesNoContinuationBehind() {
        TestWorld world = probe(Behaviour.HONEST, Behaviour.MODERN);
        world.add("cat", Behaviour.HONEST);
        world.probeAt(afterAnnsReport(), NEXT, "bob", "cat");
        world.kernel.run();
        assertThat(world.heardFrom("cat")).contains("success 40");
    }

    @Test
    void aModernClientAnswersACancelAtOnceAndTheKnownOneIgnoresIt() {
        TestWorld modern = cancelled(Behaviour.MODERN);
        assertThat(modern.heardFrom("ann")).contains("probe_connected", "success 40");
        assertThat(modern.millisOf("ann", "success 40")).isEqualTo(620);
        TestWorld known = cancelled(Behaviour.HONEST);
        assertThat(known.heard).isEqualTo(ran(Behaviour.HONEST, Behaviour.HONEST).heard);
    }

    private static TestWorld cancelled(Behaviour anns) {
        TestWorld world = probe(anns, Behaviour.HONEST);
        ServerMessage cancel = new ServerMessage.Cancel(PROBE, "timeout");
        world.at(600 * MILLI, () -> world.send(id("ann"), cancel));
        world.kernel.run();
        return world;
    }

    @Test
    void anOfferBeforeTheOwnStartIsLostAndCandidatesAreKept() {
        TestWorld world = probe(Behaviour.HONEST, Behaviour.HONEST);
        IceCandidate candidate = new IceCandidate("host", 77, 1, 300);
        world.at(START, () -> {
            signal(
                    world,
                    SignalType.OFFER,
                    new VirtualPayload.Description(new SessionDescription(true, 77, 0, 900)));
            signal(world, SignalType.ICE_CANDIDATE, new VirtualPayload.Candidate(candidate));
        });
        world.kernel.run();
        assertThat(world.heardFrom("bob")).contains("success 40");
    }

    private static void signal(TestWorld world, SignalType type, SignalPayload payload) {
        world.send(id("bob"), new ServerMessage.RelayedSignal(PROBE, type, id("ann"), payload));
    }

    @Test
    void withoutAPeerTheConnectTimerReportsFailureAfterTenSeconds() {
        TestWorld world = probe(Behaviour.HONEST, Behaviour.SILENT);
        world.at(200 * MILLI, () -> world.send(id("ann"), new ServerMessage.Start(PROBE)));
        world.kernel.run();
        assertThat(world.millisOf("ann", "failure")).isEqualTo(200 + 10 + 10_000 + 10);
        assertThat(world.heardFrom("bob")).containsExactly("connect", "join");
    }

    @Test
    void idsThatAreEqualAsNumbersLeaveNobodyToOffer() {
        TestWorld world = new TestWorld(7);
        world.add("01", Behaviour.HONEST);
        world.add("1", Behaviour.HONEST);
        world.probeAt(START, PROBE, "01", "1");
        world.kernel.run();
        assertThat(world.heardFrom("01")).endsWith("failure");
        assertThat(world.heardFrom("1")).endsWith("failure");
        assertThat(world.open).isZero();
    }

    @Test
    void handlersRegisteredAgainHandleEverythingTwice() {
        TestWorld asAnswerer = reconnected("ann", "bob");
        // As answerer it succeeds; ten seconds after the start its first continuation reports
        // failure.
        assertThat(asAnswerer.heardFrom("bob"))
                .containsSubsequence("probe_ready", "probe_ready", "success 40", "failure");
        TestWorld asInitiator = reconnected("zoe", "bob");
        assertThat(asInitiator.heardFrom("bob"))
                .containsSubsequence("probe_ready", "probe_ready", "failure", "failure");
        assertThat(asInitiator.heardFrom("bob")).doesNotContain("success 40");
    }

    private static TestWorld reconnected(String other, String self) {
        TestWorld world = new TestWorld(7);
        world.add(other, Behaviour.HONEST);
        Person twice = world.add(self, Behaviour.KNOWN_AFTER_RECONNECT);
        world.at(50 * MILLI, () -> twice.disconnect(true, 10 * MILLI, true, true));
        boolean offers = ClientOrder.compare(self, other) < 0;
        world.probeAt(START, PROBE, offers ? self : other, offers ? other : self);
        world.kernel.run();
        return world;
    }

    @Test
    void badHabitsShow() {
        assertThat(ran(Behaviour.HONEST, Behaviour.NO_READY).heardFrom("bob"))
                .containsExactly("connect", "join");
        assertThat(ran(Behaviour.HONEST, Behaviour.DOUBLE_READY).heardFrom("bob"))
                .containsSubsequence("probe_ready", "probe_ready", "success 40");
        assertThat(ran(Behaviour.HONEST, Behaviour.DOUBLE_RESULT).heardFrom("bob"))
                .endsWith("success 40", "success 40");
        assertThat(ran(Behaviour.HONEST, Behaviour.LATE_READY).millisOf("bob", "probe_ready"))
                .isEqualTo(1_120);
        assertThat(ran(Behaviour.HONEST, Behaviour.LATE).millisOf("bob", "probe_ready"))
                .isEqualTo(3_120);
        assertThat(ran(Behaviour.HONEST, Behaviour.ONE_PONG).heardFrom("ann"))
                .contains("success 40");
        assertThat(ran(Behaviour.NEVER_CLOSES, Behaviour.HONEST).media.openConnections())
                .isEqualTo(1);
        assertThat(ran(Behaviour.CLOCK_STEPS_BACK, Behaviour.HONEST).heardFrom("ann"))
                .anyMatch(word -> word.equals("invalid") || word.startsWith("success"));
        assertThat(ran(Behaviour.HONEST, Behaviour.SPAMMER).heardFrom("bob"))
                .hasSizeGreaterThan(500);
        assertThat(ran(Behaviour.FORGER, Behaviour.HONEST).heardFrom("ann")).hasSizeGreaterThan(8);
        assertThat(ran(Behaviour.HONEST, Behaviour.HALF_GONE).told)
                .contains("bob is gone without a word");
    }

    @Test
    void aHiddenTabMeasuresOncePerSecond() {
        TestWorld hidden = ran(Behaviour.HIDDEN_TAB, Behaviour.NEVER_CLOSES);
        assertThat(hidden.millisOf("ann", "success 40")).isBetween(4_000L, 6_000L);
    }

    @Test
    void doubleFailureIsReportedTwice() {
        TestWorld world = probe(Behaviour.DOUBLE_FAILURE, Behaviour.SILENT);
        world.at(200 * MILLI, () -> world.send(id("ann"), new ServerMessage.Start(PROBE)));
        world.kernel.run();
        assertThat(world.heardFrom("ann")).endsWith("failure", "failure");
    }

    @Test
    void aStrangerSpeaksInProbesThatItOverhears() {
        TestWorld world = probe(Behaviour.HONEST, Behaviour.HONEST);
        world.add("eve", Behaviour.STRANGER);
        world.kernel.run();
        assertThat(world.heardFrom("eve")).doesNotContain("join").hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void everyBehaviourComesToAnEnd(Behaviour behaviour) {
        TestWorld world = ran(Behaviour.HONEST, behaviour);
        assertThat(world.kernel.pending()).isZero();
        assertThat(world.worstErrorNanos).isLessThanOrEqualTo(0);
        assertThat(Behaviour.ofWireName(behaviour.wireName())).isEqualTo(behaviour);
    }

    @Property(tries = 200)
    void whateverArrivesAPageNeverThrowsAndHoldsOneConnection(
            @ForAll("messages") List<ServerMessage> messages, @ForAll long seed) {
        TestWorld world = new TestWorld(seed);
        world.add("bob", Behaviour.HONEST);
        world.kernel.run();
        long now = world.kernel.nowNanos();
        for (int i = 0; i < messages.size(); i++) {
            ServerMessage message = messages.get(i);
            world.at(now + i * 30L * MILLI, () -> world.send(id("bob"), message));
        }
        while (world.kernel.step()) {
            assertThat(world.media.openConnections()).isLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<ServerMessage>> messages() {
        SessionDescription offer = new SessionDescription(true, 1, 0, 900);
        SessionDescription answer = new SessionDescription(false, 9, 1, 900);
        IceCandidate candidate = new IceCandidate("srflx", 9, 1, 300);
        List<ServerMessage> some = List.of(
                new ServerMessage.Prepare(PROBE, id("ann"), null),
                new ServerMessage.Prepare(NEXT, id("zoe"), null),
                new ServerMessage.Start(PROBE),
                new ServerMessage.Start(NEXT),
                relayed(SignalType.OFFER, new VirtualPayload.Description(offer)),
                relayed(SignalType.ANSWER, new VirtualPayload.Description(answer)),
                relayed(SignalType.ICE_CANDIDATE, new VirtualPayload.Candidate(candidate)),
                relayed(SignalType.ICE_CANDIDATE, VirtualPayload.END_OF_CANDIDATES),
                new ServerMessage.Cancel(PROBE, "timeout"),
                new ServerMessage.Superseded());
        return Arbitraries.of(some).list().ofMaxSize(20);
    }

    private static ServerMessage relayed(SignalType type, SignalPayload payload) {
        return new ServerMessage.RelayedSignal(PROBE, type, id("ann"), payload);
    }
}
