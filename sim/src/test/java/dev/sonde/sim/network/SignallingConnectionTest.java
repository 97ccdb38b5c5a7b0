package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

class SignallingConnectionTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Wire wire = Wire.faithful(SignallingSettings.DEFAULT);
    private final SignallingConnection ann = wire.open();

    @Test
    void openingTakesThreeRoundTripsAndMessagesOneWay() {
        wire.at(200, () -> ann.sendToServer("hello", 10));
        wire.at(210, () -> ann.sendToClient("welcome", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "230 server received hello",
                        "230 client received welcome");
    }

    @Test
    void whatTheServerSendsAtOnceArrivesBehindTheOpening() {
        wire.at(130, () -> ann.sendToClient("early", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened", "150 client opened", "150 client received early");
    }

    @Test
    void clientThatClosesHasItsLastWordsHeardAndHearsNothingMore() {
        wire.at(1_000, () -> {
            ann.sendToServer("bye", 10);
            ann.sendToClient("in vain", 10);
            ann.closeByClient();
        });

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1000 lost in vain by closed",
                        "1030 server received bye",
                        "1030 server closed CLIENT");
    }

    @Test
    void serverThatClosesTellsTheClientNotToComeBackAndHearsNothingMore() {
        wire.at(1_000, () -> {
            ann.sendToServer("in vain", 10);
            ann.sendToClient("superseded", 10);
            ann.closeByServer();
        });
        wire.at(1_010, () -> ann.sendToServer("still in vain", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1000 lost in vain by closed",
                        "1010 lost still in vain by closed",
                        "1020 client received superseded",
                        "1020 client closed SERVER");
        assertThat(CloseCause.SERVER.comesBack()).isFalse();
    }

    @Test
    void bothClosingAtOnceTellsNobody() {
        wire.at(1_000, () -> {
            ann.closeByServer();
            ann.closeByClient();
        });

        assertThat(wire.heard()).containsExactly("130 server opened", "150 client opened");
    }

    @Test
    void cutTellsBothSidesLastAndLosesWhatIsSentAfterwards() {
        wire.at(1_000, () -> ann.cut("storm"));
        wire.at(1_010, () -> ann.sendToServer("too late", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1010 lost too late by storm",
                        "1020 client closed CUT",
                        "1030 server closed CUT");
    }

    /** Three messages under way: over many seeds, each length of what gets through comes up. */
    @Test
    void cutLosesAnySuffixOfWhatIsUnderWay() {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 0; seed < 60; seed++) {
            Wire other = Wire.of(false, seed, SignallingSettings.DEFAULT);
            SignallingConnection bob = other.open();
            other.at(1_000, () -> {
                bob.sendToServer("a", 10);
                bob.sendToServer("b", 10);
                bob.sendToServer("c", 10);
                bob.cut("storm");
            });
            outcomes.add(other.heard().stream()
                    .filter(line -> line.startsWith("1030 server"))
                    .map(line -> line.substring("1030 server ".length()))
                    .collect(Collectors.joining(", ")));
        }

        assertThat(outcomes)
                .containsExactly(
                        "closed CUT",
                        "received a, closed CUT",
                        "received a, received b, closed CUT",
                        "received a, received b, received c, closed CUT");
    }

    @Test
    void cutOfAnEndingConnectionDoesNothing() {
        wire.at(1_000, ann::closeByClient);
        wire.at(1_010, () -> assertThat(ann.cut("storm")).isFalse());

        assertThat(wire.heard()).endsWith("1030 server closed CLIENT");
    }

    /** Pong at 130 + 8050; next ping at 16 180, timeout 20 s. Client: pinged at 8150, 28 s. */
    @Test
    void silenceIsFoundOutByEachSideAtItsOwnTime() {
        wire.at(9_999, () -> ann.sendToServer("gone", 10));
        wire.at(10_000, () -> ann.silence("sleep"));
        wire.at(10_001, () -> ann.sendToClient("gone too", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "10000 lost gone by sleep",
                        "10001 lost gone too by sleep",
                        "36150 client closed TIMEOUT",
                        "36180 server closed TIMEOUT");
    }

    /** The first ping, of 8130, arrived at 8150; its pong, due at 8180, did not. */
    @Test
    void silenceBetweenPingAndPongCountsForTheClientOnly() {
        wire.at(8_160, () -> ann.silence("sleep"));

        assertThat(wire.heard())
                .endsWith("28130 server closed TIMEOUT", "36150 client closed TIMEOUT");
    }

    @Test
    void silenceDuringTheHandshakeIsFoundOutByTheConnectTimeout() {
        wire.at(100, () -> ann.silence("sleep"));

        assertThat(wire.heard()).containsExactly("20000 client closed TIMEOUT");
    }

    @Test
    void clientThatClosesInSilenceIsFoundOutByTheServer() {
        wire.at(1_000, () -> ann.silence("sleep"));
        wire.at(2_000, ann::closeByClient);

        assertThat(wire.heard()).endsWith("28130 server closed TIMEOUT");
    }

    @Test
    void stallHoldsOneDirectionInOrderAndThenLetsItGo() {
        wire.at(990, () -> ann.sendToServer("under way", 10));
        wire.at(
                1_000,
                () -> wire.signalling.stall("ann", Direction.TO_SERVER, 5 * Wire.SECOND, "clog"));
        wire.at(2_000, () -> ann.sendToServer("held", 10));
        wire.at(2_000, () -> ann.sendToClient("free", 10));
        wire.at(4_990, () -> ann.sendToServer("last", 10));

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "2020 client received free",
                        "5000 server received under way",
                        "5000 server received held",
                        "5020 server received last");
    }

    @Test
    void whatAStallHoldsCanBeSeen() {
        List<String> seen = new ArrayList<>();
        wire.at(1_000, () -> {
            wire.signalling.stall("ann", Direction.TO_SERVER, 5 * Wire.SECOND, "clog");
            ann.sendToServer("held", 10);
            ann.sendToClient("free", 10);
            ann.closeByClient();
            ann.visitParked(
                    (direction, what, message) -> seen.add(direction + " " + what + " " + message));
        });
        wire.heard();

        assertThat(seen).containsExactly("TO_SERVER 1 held", "TO_SERVER 2 CLIENT");
    }

    @Test
    void shorterStallDoesNotEndALongerOne() {
        wire.at(
                1_000,
                () -> wire.signalling.stall("ann", Direction.TO_SERVER, 5 * Wire.SECOND, "clog"));
        wire.at(2_000, () -> {
            wire.signalling.stall("ann", Direction.TO_SERVER, 3 * Wire.SECOND, "clog");
            ann.sendToServer("held", 10);
        });

        assertThat(wire.heard()).endsWith("5000 server received held");
    }

    @Test
    void adversarialWindowIsTheLinksPossibleDelaysAndTheSlack() {
        Set<Long> instants = new TreeSet<>();
        for (int seed = 0; seed < 200; seed++) {
            Wire other =
                    Wire.of(true, seed, SignallingSettings.DEFAULT.withSlackNanos(100 * Wire.MS));
            other.signalling.addPerson(
                    "bob",
                    Wire.profile("delay distribution quantiles 0:30ms,100:50ms", "delay 1ms"));
            SignallingConnection bob = other.signalling.open("bob", other.client());
            while (!bob.isOpenAtClient()) {
                other.kernel.step();
            }
            long sent = other.kernel.nowNanos();
            bob.sendToServer("x", 10);
            other.kernel.step();
            instants.add((other.kernel.nowNanos() - sent) / Wire.MS);
        }

        assertThat(instants).allMatch(millis -> millis >= 30 && millis <= 150);
        assertThat(instants).anyMatch(millis -> millis < 35).anyMatch(millis -> millis > 140);
    }

    @Test
    void stallMayBeReleasedBeforeItsTime() {
        wire.at(1_000, () -> wire.signalling.stall("ann", Direction.FROM_SERVER, FOR_EVER, "clog"));
        wire.at(2_000, () -> ann.sendToClient("held", 10));
        wire.at(3_000, () -> wire.signalling.release("ann", Direction.FROM_SERVER));

        assertThat(wire.heard()).endsWith("3000 client received held");
    }

    @Test
    void endlessStallTowardsTheServerEndsByTheServersHeartbeat() {
        wire.at(1_000, () -> wire.signalling.stall("ann", Direction.TO_SERVER, FOR_EVER, "clog"));

        assertThat(wire.heard()).endsWith("28130 server closed TIMEOUT", "28150 client closed CUT");
    }

    @Test
    void endlessPartitionEndsByBothHeartbeats() {
        wire.at(1_000, () -> wire.signalling.partition("ann", FOR_EVER, "wall"));

        assertThat(wire.heard())
                .endsWith("28130 server closed TIMEOUT", "28150 client closed TIMEOUT");
    }

    /** The held ping goes on at 12 000: pinged at 12 020, pong at 12 050. */
    @Test
    void heartbeatGoesOnFromTheEndOfAPartition() {
        wire.at(5_000, () -> wire.signalling.partition("ann", 12 * Wire.SECOND, "wall"));
        wire.at(13_000, () -> ann.silence("sleep"));

        assertThat(wire.heard())
                .endsWith("40020 client closed TIMEOUT", "40050 server closed TIMEOUT");
    }

    @Test
    void connectionOpenedDuringAPartitionWaitsForItsEnd() {
        wire.signalling.partition("ann", Wire.SECOND, "wall");

        assertThat(wire.heard()).containsExactly("1000 server opened", "1020 client opened");
    }

    @Test
    void slowReaderTakesItsTimeForEachMessage() {
        wire.at(1_000, () -> {
            ann.readSlowly(100 * Wire.MS, 10 * Wire.SECOND);
            ann.sendToClient("a", 10);
            ann.sendToClient("b", 10);
        });

        assertThat(wire.heard()).endsWith("1120 client received a", "1220 client received b");
    }

    @Test
    void moreThanTheOutboundBudgetEndsTheConnection() {
        wire.at(1_000, () -> {
            ann.readSlowly(Wire.SECOND, FOR_EVER);
            assertThat(ann.sendToClient("a", 128 * 1024)).isTrue();
            assertThat(ann.sendToClient("b", 128 * 1024)).isTrue();
            assertThat(ann.sendToClient("c", 1)).isFalse();
        });

        assertThat(wire.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "1000 lost c by budget",
                        "1000 lost b by budget",
                        "1000 lost a by budget",
                        "1000 server closed SLOW_READER",
                        "2020 client closed SLOW_READER");
    }

    @Test
    void delaySpikeSlowsWhatIsSentWhileItLasts() {
        wire.at(
                1_000,
                () -> wire.signalling.delaySpike(
                        "ann", Direction.TO_SERVER, 500 * Wire.MS, 2 * Wire.SECOND));
        wire.at(1_990, () -> ann.sendToServer("slow", 10));
        wire.at(2_000, () -> ann.sendToServer("behind it", 10));
        wire.at(3_000, () -> ann.sendToServer("quick", 10));

        assertThat(wire.heard())
                .endsWith(
                        "2520 server received slow",
                        "2520 server received behind it",
                        "3030 server received quick");
    }

    @Test
    void healthyConnectionCostsNoEventForItsHeartbeat() {
        wire.at(3_600_000, ann::closeByClient);
        wire.heard();

        assertThat(wire.kernel.events()).isEqualTo(4);
    }

    @Test
    void pongsAreHeardIfAsked() {
        Wire beating = Wire.faithful(SignallingSettings.DEFAULT.withHeardBeats(true));
        SignallingConnection bob = beating.open();
        beating.at(17_000, bob::closeByClient);

        assertThat(beating.heard())
                .containsExactly(
                        "130 server opened",
                        "150 client opened",
                        "8180 server heard",
                        "16230 server heard",
                        "17030 server closed CLIENT");
    }

    /** Good and bad alternate packet by packet, so a message is lost never or once: 200 ms. */
    @Test
    void lossCostsARetransmissionTimeout() {
        Wire lossy = Wire.faithful(SignallingSettings.DEFAULT);
        lossy.signalling.addPerson(
                "bob", Wire.profile("delay 10ms loss gemodel 100% 100%", "delay 10ms"));
        SignallingConnection bob = lossy.signalling.open("bob", lossy.client());
        lossy.at(5_000, () -> bob.sendToServer("x", 10));
        lossy.at(6_000, () -> bob.sendToServer("y", 10));

        assertThat(lossy.heard()).endsWith("5210 server received x", "6210 server received y");
    }

    @Test
    void linkThatLosesAllIsSilent() {
        Wire dead = Wire.faithful(SignallingSettings.DEFAULT);
        dead.signalling.addPerson("bob", Wire.profile("loss 100%", "delay 10ms"));
        dead.signalling.open("bob", dead.client());

        assertThat(dead.heard()).containsExactly("20000 client closed TIMEOUT");
    }

    @Test
    void socketsAreNumberedFromOneOverAllPeople() {
        wire.signalling.addPerson("bob", Presets.home());

        assertThat(ann.number()).isEqualTo(1);
        assertThat(wire.signalling.open("bob", wire.client()).number()).isEqualTo(2);
        assertThat(ann.person()).isEqualTo("ann");
    }
}
