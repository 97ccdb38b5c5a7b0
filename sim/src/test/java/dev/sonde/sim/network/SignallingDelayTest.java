package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What comes late on a connection, and how late. */
class SignallingDelayTest {

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Wire wire = Wire.faithful(SignallingSettings.DEFAULT);
    private final SignallingConnection ann = wire.open();

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
}
