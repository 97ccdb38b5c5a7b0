package dev.sonde.sim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.matchmaking.Matchmaker;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalDouble;

class OracleTest {

    private static final Matchmaker FIFO = new dev.sonde.matchmaking.Fifo(OptionalDouble.of(100));

    private static Oracle oracle() {
        return new Oracle(OracleSettings.defaults(FIFO));
    }

    @Test
    void claimsComeInTheOrderOfThePageThatSaysThem() {
        assertThat(oracle().results(false).stream().map(ClaimResult::name).toList())
                .containsExactly(
                        "CompleteOnce",
                        "Cause",
                        "BothReady",
                        "Draining",
                        "OneProbe",
                        "Membership",
                        "Attribution",
                        "Fifo",
                        "FreshSocket",
                        "Verdict",
                        "NoSelf",
                        "GroupComplete",
                        "OneInitiator",
                        "NoGhost",
                        "AtomicMatch",
                        "FailClass",
                        "NoSpin",
                        "Terminates",
                        "BoundedWait",
                        "Secrets",
                        "Bounded",
                        "Monotone",
                        "NoLeak",
                        "Conservation",
                        "NoLostWakeup",
                        "Survivor",
                        "Reconnect",
                        "Truth");
    }

    @Test
    void aRunThatWasCutShortSaysNothingAboutItsEnd() {
        Oracle oracle = oracle();
        oracle.end(1, 1, new EndFacts(null, 0, List.of()));
        assertThat(oracle.results(true))
                .allSatisfy(result -> assertThat(result.verdict())
                        .isEqualTo(
                                result.kind() == ClaimKind.INVARIANT
                                        ? Verdict.HELD
                                        : Verdict.INCONCLUSIVE));
    }

    @Test
    void withoutASnapshotLeaksAreSkippedAndListed() {
        Oracle oracle = oracle();
        oracle.end(1, 1, new EndFacts(null, 0, List.of()));
        assertThat(oracle.results(false).stream()
                        .filter(result -> result.verdict() != Verdict.HELD)
                        .map(result -> result.name() + " " + result.verdict())
                        .toList())
                .containsExactly("NoLeak SKIPPED");
    }

    @Test
    void anHonestReportIsHeldAgainstTheTrueMedian() {
        Oracle oracle = oracle();
        ProbeId probe = ProbeId.ofRandomBits(0, 1);
        oracle.honestResult(7, 9_000_000, new SubjectId("ann"), probe, 42, 40.5, 2);
        assertThat(oracle.violated()).isFalse();
        oracle.honestResult(8, 9_000_000, new SubjectId("bob"), probe, 42.75, 40.5, 2);
        assertThat(oracle.results(false).get(27))
                .isEqualTo(new ClaimResult(
                        "Truth",
                        ClaimKind.END,
                        "effects",
                        Verdict.VIOLATED,
                        8,
                        9_000_000,
                        "bob reported 42.750 ms, but the true median was 40.500 ms;"
                                + " a difference of at most 2 ms was expected"));
    }

    /** Expected values by hand from JavaScript's Number() and localeCompare. */
    @ParameterizedTest
    @CsvSource({
        "2, 10, -1",
        "01, 1, 0",
        "0x10, 16, 0",
        "1e3, 1000, 0",
        "Infinity, -Infinity, 1",
        "Infinity, Infinity, 0",
        "1f, 2f, -1",
        "a10, a2, -1",
        "ann, Ann, -1",
        "B, a, 1",
        "_a, -a, -1",
        "-a, .a, -1",
        ".a, 1a, -1",
        "9a, aa, -1",
        "ann, anna, -1",
        "x, x, 0"
    })
    void whoOffersIsDecidedAsTheClientDecides(String one, String other, int sign) {
        SubjectId first = new SubjectId(one);
        SubjectId second = new SubjectId(other);
        assertThat(Integer.signum(ClientOrder.compare(first, second))).isEqualTo(sign);
        assertThat(Integer.signum(ClientOrder.compare(second, first))).isEqualTo(-sign);
    }

    @Test
    void labelsOfManyRunsAddUp() {
        ReachedLabels campaign = new ReachedLabels();
        for (int run = 0; run < 2; run++) {
            Stage stage = new Stage(OracleSettings.defaults(FIFO), Stage.realLobby(FIFO));
            stage.meet("ann", "bob").measure("ann", "bob", 40);
            stage.oracle.reached("fault/disconnect/" + stage.oracle.phaseOf(new SubjectId("ann")));
            campaign.add(stage.oracle.reachedLabels());
        }
        assertThat(campaign.counts().toString())
                .isEqualTo("{fault/disconnect/none=2, input/ready/preparing=4,"
                        + " input/signal/connecting=4, input/success/connecting=2,"
                        + " probe/complete/connecting=2, stay/matched=4}");
        assertThat(campaign.missing(List.of("stay/matched", "stay/lost")))
                .containsExactly("stay/lost");
    }
}
