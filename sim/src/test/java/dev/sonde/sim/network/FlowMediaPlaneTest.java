package dev.sonde.sim.network;

import static dev.sonde.sim.network.FlowPair.LINE;
import static dev.sonde.sim.network.FlowPair.MILLI;
import static dev.sonde.sim.network.FlowPair.SETUP;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.kernel.Kernel;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;

class FlowMediaPlaneTest {

    private static final long PACE = 48 * MILLI;
    private static final long RTT = 40 * MILLI;
    private static final long GAP = 100 * MILLI;
    private static final long LONG = 60_000 * MILLI;

    @Test
    void opensAfterDescriptionsCandidatesChecksDtlsAndSctp() {
        FlowPair pair = FlowPair.near(NatBehavior.PORT_RESTRICTED).run();
        // The answerer's srflx, one STUN round trip after the answer, is what the offerer hears
        // last. The answerer checks on by then, and gets in at its next tick.
        long lastHeard = SETUP + LINE + SETUP + 30 * MILLI + LINE;
        long answererOpen = lastHeard + RTT / 2 + 4 * RTT;
        assertThat(pair.ann.log).containsExactly("offer", "host", "srflx", "end");
        assertThat(pair.bob.log).containsExactly("answer", "host", "srflx", "end");
        assertThat(pair.bob.openNanos)
                .isBetween(answererOpen, answererOpen + PACE)
                .isEqualTo(pair.ann.openNanos + RTT / 2);
        assertThat(pair.ann.rtts()).isEqualTo(Collections.nCopies(5, RTT));
        assertThat(pair.ann.connection.trueRttNanos()).isEqualTo(RTT);
        assertThat(pair.ann.connection.selectedCandidateType()).isEqualTo("srflx");
        assertThat(pair.ann.measuredNanos).isEqualTo(pair.ann.openNanos + 5 * RTT + 4 * GAP);
    }

    @Test
    void symmetricNatsOpenOnlyOverARelayAndTakeItsDetour() {
        Host ann = FlowPair.host("ann", "", NatBehavior.SYMMETRIC);
        Host bob = FlowPair.host("bob", "", NatBehavior.SYMMETRIC);
        FlowPair without = new FlowPair(1, 20 * MILLI, ann, bob, false).run();
        FlowPair with = new FlowPair(1, 20 * MILLI, ann, bob, true).run();
        assertThat(without.ann.openNanos).isEqualTo(-1);
        assertThat(with.ann.log).containsExactly("offer", "host", "srflx", "relay", "end");
        assertThat(with.ann.rtts()).isEqualTo(Collections.nCopies(5, 60 * MILLI));
        assertThat(List.of(
                        with.ann.connection.selectedCandidateType(),
                        with.bob.connection.selectedCandidateType()))
                .contains("relay");
    }

    @Test
    void withoutReflexiveCandidatesPrivateHostsReachNobody() {
        FlowPair pair = FlowPair.near(NatBehavior.PORT_RESTRICTED);
        pair.keeps = what -> !(what instanceof IceCandidate c && c.type().equals("srflx"));
        assertThat(pair.run().bob.openNanos).isEqualTo(-1);
    }

    @Test
    void anAnswerToAnEarlierOfferIsTakenButNeverConnects() {
        FlowPair pair = FlowPair.near(NatBehavior.NONE);
        PeerConnection fresh = pair.plane.open("ann", false, pair.ann);
        pair.bob.far = null;
        fresh.createOffer();
        pair.ann.far = null;
        pair.kernel.run();
        pair.bob.connection.setRemoteDescription(new SessionDescription(true, 1, 0, 500));
        pair.kernel.run();
        fresh.setRemoteDescription(new SessionDescription(false, 2, 1, 500));
        fresh.addRemoteCandidate(new IceCandidate("host", 2, 1, 300));
        pair.kernel.run();
        assertThat(List.of(fresh.trueRttNanos(), pair.bob.openNanos, pair.ann.openNanos))
                .containsOnly(-1L);
    }

    @Test
    void descriptionsThatDoNotFitAreRefusedAndAClosedConnectionIsSilent() {
        FlowPair pair = FlowPair.near(NatBehavior.NONE);
        PeerConnection ann = pair.ann.connection;
        SessionDescription answer = new SessionDescription(false, 2, 1, 500);
        IceCandidate candidate = new IceCandidate("host", 2, 1, 300);
        assertThatThrownBy(() -> ann.setRemoteDescription(answer))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ann.addRemoteCandidate(candidate))
                .isInstanceOf(IllegalStateException.class);
        ann.createOffer();
        assertThatThrownBy(ann::createOffer).isInstanceOf(IllegalStateException.class);
        ann.close();
        assertThatThrownBy(() -> ann.setRemoteDescription(answer))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pair.kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(pair.ann.log).isEmpty();
    }

    @Test
    void closingEatsThePongInFlightAndTheOtherSideNoticesTwoSecondsLater() {
        long open = FlowPair.near(NatBehavior.NONE).run().bob.openNanos;
        long third = open + 2 * (RTT + GAP);
        FlowPair cut = FlowPair.near(NatBehavior.NONE);
        // Bob's third ping is 1 ms away from ann.
        cut.at(third + RTT / 2 - MILLI, cut.ann.connection::close);
        cut.run();
        assertThat(cut.bob.rtts()).containsExactly(RTT, RTT, -1L);
        assertThat(cut.bob.measuredNanos).isEqualTo(third + 2_000 * MILLI + GAP);
        // Ann's own third ping was under way as well.
        assertThat(cut.ann.rtts()).containsExactly(RTT, RTT, -1L);
    }

    @Test
    void closingBetweenTwoPingsEndsTheMeasurementAtTheNextSend() {
        long open = FlowPair.near(NatBehavior.NONE).run().bob.openNanos;
        FlowPair cut = FlowPair.near(NatBehavior.NONE);
        cut.at(open + RTT + 10 * MILLI, cut.ann.connection::close);
        cut.run();
        assertThat(cut.bob.rtts()).containsExactly(RTT);
        assertThat(cut.bob.measuredNanos).isEqualTo(open + RTT + GAP);
    }

    @Test
    void stoppingAMeasurementGivesWhatThereIs() {
        long open = FlowPair.near(NatBehavior.NONE).run().ann.openNanos;
        long stops = open + RTT + GAP + 5 * MILLI;
        FlowPair cut = FlowPair.near(NatBehavior.NONE);
        cut.at(stops, cut.ann.connection::stopMeasuring);
        cut.run();
        assertThat(cut.ann.rtts()).containsExactly(RTT, -1L);
        assertThat(cut.ann.measuredNanos).isEqualTo(stops);
    }

    @Test
    void aFrozenPageAnswersLateAndSeesItsOwnPongLate() {
        long open = FlowPair.near(NatBehavior.NONE).run().bob.openNanos;
        FlowPair cut = FlowPair.near(NatBehavior.NONE);
        long thaws = open + 500 * MILLI;
        cut.at(open + MILLI, () -> cut.bob.connection.freeze(thaws));
        cut.run();
        assertThat(cut.bob.pings.get(0)).isEqualTo(new Measurement.Ping(open, thaws, RTT));
        // Ann's second ping arrived while bob was frozen, and came back after the thaw.
        long second = cut.ann.openNanos + RTT + GAP;
        assertThat(cut.ann.rtts()).containsExactly(RTT, thaws + RTT / 2 - second, RTT, RTT, RTT);
    }

    @Test
    void aPartitionHoldsTheHandshakeUpUntilItHeals() {
        FlowPair oneWay = FlowPair.near(NatBehavior.NONE);
        oneWay.plane.partition("bob", "ann", 5_000 * MILLI);
        assertThat(oneWay.run().bob.openNanos).isBetween(5_000 * MILLI, 7_000 * MILLI);
        FlowPair forLong = FlowPair.near(NatBehavior.NONE);
        forLong.plane.isolate("ann", LONG);
        assertThat(forLong.run().bob.openNanos).isEqualTo(-1);
    }

    @Test
    void aPartitionDuringTheMeasurementLosesItsPings() {
        long open = FlowPair.near(NatBehavior.NONE).run().ann.openNanos;
        FlowPair cut = FlowPair.near(NatBehavior.NONE);
        cut.at(open + RTT + 50 * MILLI, () -> cut.plane.isolate("bob", open + LONG));
        cut.run();
        assertThat(cut.ann.rtts()).containsExactly(RTT, -1L, -1L, -1L, -1L);
    }

    @Test
    void aTurnServerThatIsDownGivesNoRelay() {
        Host ann = FlowPair.host("ann", "", NatBehavior.SYMMETRIC);
        Host bob = FlowPair.host("bob", "", NatBehavior.SYMMETRIC);
        FlowPair pair = new FlowPair(1, 20 * MILLI, ann, bob, true);
        pair.plane.turnDown(LONG);
        pair.run();
        assertThat(pair.ann.log).containsExactly("offer", "host", "srflx", "end");
        assertThat(pair.ann.openNanos).isEqualTo(-1);
    }

    @Test
    void aLossSpikeOfAllPacketsHoldsTheHandshakeUp() {
        FlowPair pair = FlowPair.near(NatBehavior.NONE);
        pair.plane.lossSpike("ann", 1, 3_000 * MILLI);
        assertThat(pair.run().bob.openNanos).isBetween(3_000 * MILLI, 5_000 * MILLI);
    }

    @Property(tries = 100)
    void lossyPathsEndInOneMeasurementWithinItsBoundsAndLeaveNothingBehind(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(max = 60) int lossPercent,
            @ForAll @IntRange(min = 1, max = 300) int oneWayMillis) {
        String link = "delay 5ms 2ms distribution gamma loss " + lossPercent + "%";
        Host ann = FlowPair.host("ann", link, NatBehavior.PORT_RESTRICTED);
        Host bob = FlowPair.host("bob", link, NatBehavior.RESTRICTED_CONE);
        FlowPair pair = new FlowPair(seed, oneWayMillis * MILLI, ann, bob, true).run();
        long shortest = 2L * Math.min(oneWayMillis, 30) * MILLI;
        for (FlowPair.End end : List.of(pair.ann, pair.bob)) {
            if (end.openNanos >= 0) {
                assertThat(end.rtts()).hasSize(5);
                assertThat(end.rtts())
                        .allMatch(rtt -> rtt == -1 || (rtt >= shortest && rtt <= 2_000 * MILLI));
                assertThat(end.measuredNanos - end.openNanos).isLessThanOrEqualTo(10_400 * MILLI);
            }
            end.connection.close();
        }
        assertThat(pair.plane.openConnections()).isZero();
    }
}
