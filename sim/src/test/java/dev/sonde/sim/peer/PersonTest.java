package dev.sonde.sim.peer;

import static dev.sonde.sim.peer.TestWorld.MILLI;
import static dev.sonde.sim.peer.TestWorld.PROBE;
import static dev.sonde.sim.peer.TestWorld.host;
import static dev.sonde.sim.peer.TestWorld.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.protocol.MatchId;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.protocol.StayEnd;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

class PersonTest {

    private static final long SECOND = 1_000 * MILLI;

    private final TestWorld world = new TestWorld(3);

    private static PersonSpec.Builder ann() {
        return PersonSpec.of(id("ann"), host("ann"));
    }

    private void matchAt(long atNanos) {
        ServerMessage found = new ServerMessage.MatchFound(
                new MatchId(1, 1), List.of(id("ann"), id("bob")), OptionalDouble.empty());
        world.at(atNanos, () -> world.send(id("ann"), found));
    }

    @Test
    void leavesWhenPlannedAndReturnsOnceOnANewPage() {
        world.add(ann().leaveNanos(2 * SECOND).returnAfterNanos(3 * SECOND).build());
        world.kernel.run();
        assertThat(world.heard)
                .containsExactly(
                        "20 ann connect",
                        "30 ann join",
                        "2010 ann leave",
                        "2010 ann disconnect",
                        "5020 ann connect",
                        "5030 ann join");
    }

    @Test
    void isGoneForGoodOnlyWhenNothingCanBringThePageBack() {
        String gone = "ann is gone for good";
        Person ann = world.add(
                ann().leaveNanos(2 * SECOND).returnAfterNanos(3 * SECOND).build());
        world.at(6 * SECOND, () -> ann.disconnect(true, SECOND, true, false));
        world.at(8 * SECOND, () -> assertThat(world.told).doesNotContain(gone));
        world.at(9 * SECOND, ann::leave);
        world.kernel.run();
        assertThat(world.told).containsOnlyOnce(gone);
        TestWorld dying = new TestWorld(3);
        Person dead = dying.add(ann().build());
        dying.at(SECOND, dead::die);
        dying.kernel.run();
        assertThat(dying.told).contains(gone);
    }

    @Test
    void patienceEndsTheWaitingAndAMatchEndsThePatience() {
        world.add(ann().patienceNanos(5 * SECOND).build());
        world.kernel.run();
        assertThat(world.told).contains("ann abandons");
        assertThat(world.millisOf("ann", "leave")).isEqualTo(5_030);
        TestWorld matched = new TestWorld(3);
        PersonSpec spec =
                ann().patienceNanos(5 * SECOND).afterMatchLeaveNanos(9 * SECOND).build();
        matched.add(spec);
        ServerMessage found = new ServerMessage.MatchFound(
                new MatchId(1, 1), List.of(id("ann")), OptionalDouble.empty());
        matched.at(SECOND, () -> matched.send(id("ann"), found));
        matched.kernel.run();
        assertThat(matched.told).doesNotContain("ann abandons");
        assertThat(matched.millisOf("ann", "leave")).isEqualTo(10_020);
    }

    @Test
    void aCancelledMatchBringsThePatienceBack() {
        Person ann = world.add(
                ann().patienceNanos(5 * SECOND).afterMatchLeaveNanos(SECOND).build());
        matchAt(4_500 * MILLI);
        world.at(4_600 * MILLI, () -> {
            assertThat(ann.isMatched()).isTrue();
            world.send(id("ann"), new ServerMessage.MatchCancelled(new MatchId(1, 1), "lost"));
        });
        world.kernel.run();
        assertThat(world.millisOf("ann", "leave")).isEqualTo(5_030);
    }

    @Test
    void joinsAgainOnlyAsOftenAsTheSpecSays() {
        world.add(ann().rejoins(1).build());
        ServerMessage closed = new ServerMessage.WaitingRoomClosed(StayEnd.EXPIRED);
        world.at(SECOND, () -> world.send(id("ann"), closed));
        world.at(2 * SECOND, () -> world.send(id("ann"), closed));
        world.kernel.run();
        assertThat(world.heardFrom("ann")).containsExactly("connect", "join", "join");
    }

    @Test
    void theSamePageComesBackWithoutJoiningAndANewOneJoins() {
        Person ann = world.add(ann().build());
        world.at(SECOND, () -> ann.disconnect(true, 800 * MILLI, true, true));
        world.at(3 * SECOND, () -> ann.disconnect(false, 800 * MILLI, true, true));
        world.at(5 * SECOND, () -> ann.reload());
        world.kernel.run();
        assertThat(world.heard)
                .containsExactly(
                        "20 ann connect",
                        "30 ann join",
                        "1010 ann disconnect",
                        "1820 ann connect",
                        "3820 ann connect",
                        "5010 ann disconnect",
                        "5020 ann connect",
                        "5030 ann join");
    }

    @Test
    void aPageThatWaitsAndHearsNothingOnceItIsBackJoinsAgain() {
        Person ann = world.add(ann().build());
        world.at(SECOND, () -> ann.disconnect(true, 800 * MILLI, true, true));
        world.kernel.run();
        assertThat(world.heard)
                .containsExactly(
                        "20 ann connect",
                        "30 ann join",
                        "1010 ann disconnect",
                        "1820 ann connect",
                        "4830 ann join");
    }

    @Test
    void backOffFollowsSocketIo() {
        Backoff backoff = new Backoff(world.choices().draws("ann", "page", "reconnect"));
        long[] least = {500, 1_000, 2_000, 4_000, 5_000, 5_000};
        long[] most = {1_500, 3_000, 5_000, 5_000, 5_000, 5_000};
        for (int i = 0; i < least.length; i++) {
            assertThat(backoff.nextNanos()).isBetween(least[i] * MILLI, most[i] * MILLI);
        }
        backoff.reset();
        assertThat(backoff.nextNanos()).isLessThanOrEqualTo(1_500 * MILLI);
    }

    @Test
    void aPageThatTheServerSentAwayStaysAway() {
        world.add(ann().build());
        world.at(
                SECOND, () -> Objects.requireNonNull(world.lines.get(id("ann"))).closeByServer());
        world.kernel.run();
        assertThat(world.told).contains("ann is sent away");
        assertThat(world.heardFrom("ann")).containsExactly("connect", "join");
    }

    @Test
    void aFrozenPageAnswersWhenItThaws() {
        Person ann = world.add(ann().build());
        world.add("bob", Behaviour.HONEST);
        world.at(50 * MILLI, () -> assertThat(ann.freeze(SECOND)).isTrue());
        world.at(60 * MILLI, () -> assertThat(ann.freeze(100 * MILLI)).isFalse());
        world.probeAt(100 * MILLI, PROBE, "ann", "bob");
        world.kernel.run();
        assertThat(world.millisOf("ann", "probe_ready")).isEqualTo(1_060);
        assertThat(world.heardFrom("ann")).contains("success 40");
    }

    @Test
    void whoIsGoneWithoutAWordTellsNobodyAndFaultsFindNobody() {
        Person ann = world.add(ann().build());
        world.at(SECOND, () -> assertThat(ann.die()).isTrue());
        world.at(2 * SECOND, () -> {
            assertThat(ann.die()).isFalse();
            assertThat(ann.leave()).isFalse();
            assertThat(ann.freeze(SECOND)).isFalse();
            assertThat(ann.reload()).isFalse();
        });
        world.kernel.run();
        assertThat(world.heardFrom("ann")).containsExactly("connect", "join");
    }

    @Test
    void whatIsSentWhileAwayGoesOutOnReturn() {
        Person ann = world.add(ann().build());
        world.add("bob", Behaviour.HONEST);
        world.probeAt(100 * MILLI, PROBE, "ann", "bob");
        // Ann's page reports while its connection is down.
        world.at(700 * MILLI, () -> ann.disconnect(true, 3 * SECOND, true, true));
        world.kernel.run();
        assertThat(world.millisOf("ann", "success 40")).isEqualTo(3_730);
    }

    @Test
    void driftShowsInTheResultAndIsAllowedFor() {
        world.add(ann().clockDriftPpm(100_000).build());
        world.add("bob", Behaviour.HONEST);
        world.probeAt(100 * MILLI, PROBE, "ann", "bob");
        world.kernel.run();
        assertThat(world.heardFrom("ann")).containsAnyOf("success 44", "success 43", "success 45");
        assertThat(world.worstErrorNanos).isLessThanOrEqualTo(0);
    }

    @Test
    void specsSayWhatIsWrongWithThem() {
        assertThatThrownBy(() -> ann().joinNanos(5).leaveNanos(4).build())
                .hasMessage("ann leaves before joining");
        assertThatThrownBy(() -> ann().clockDriftPpm(200_000).build())
                .hasMessage("ann has a clock off by over 10 %");
    }
}
