package dev.sonde.sim.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.HandMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class ExpectationsTest {

    private final HandMade run = new HandMade()
            .claim("CompleteOnce", ClaimKind.INVARIANT, Verdict.HELD)
            .match(80, 1, "ann", "bob")
            .cancelledMatch(80, 2, "cat", "dan")
            .person("ann", "ann", "none", 10, 1000)
            .person("bob", "bob", "none", 10, 2000)
            .person("cat", "far", "none", 10, -1)
            .person("dan", "far", "none", 10, -1);

    @Test
    void aRunThatHoldsIsAsExpectedUnlessSomethingElseIsSaid() {
        JudgedRun judged = JudgedRun.of(run.result(), Expected.NOTHING, 0);
        assertThat(judged.asExpected()).isTrue();
        assertThat(judged.expectations())
                .containsExactly(new Expectation("verdict", "HELD", "HELD", true));
    }

    @Test
    void anInconclusiveRunIsNotAsExpected() {
        run.verdict = Verdict.INCONCLUSIVE;
        assertThat(JudgedRun.of(run.result(), Expected.NOTHING, 0).asExpected()).isFalse();
    }

    @Test
    void theNamedClaimMustBeTheViolatedOne() {
        run.violated("BothReady", 23, 320_000_000, "start before ready");
        assertThat(judge(violated("BothReady"))).allMatch(Expectation::met);
        assertThat(judge(violated("CompleteOnce")))
                .containsExactly(
                        new Expectation("verdict", "VIOLATED", "VIOLATED", true),
                        new Expectation(
                                "claim", "CompleteOnce VIOLATED", "CompleteOnce HELD", false));
        assertThat(judge(violated("NoSuch")).get(1).actual()).isEqualTo("there is no such claim");
    }

    @Test
    void aMatchedGroupIsExactlyThatGroupInAnyOrderAndNotCancelled() {
        assertThat(judge(matched(List.of(
                        List.of("bob", "ann"), List.of("cat", "dan"), List.of("ann", "cat")))))
                .containsExactly(
                        new Expectation("verdict", "HELD", "HELD", true),
                        new Expectation("matched", "[ann, bob]", "[ann, bob]", true),
                        new Expectation("matched", "[cat, dan]", "not matched", false),
                        new Expectation("matched", "[ann, cat]", "[ann, bob]", false));
    }

    @Test
    void unmatchedNamesPeopleOrWholeCrowds() {
        Expected expected = new Expected(
                Verdict.HELD, null, List.of(), List.of("far", "cat", "ann"), List.of());
        assertThat(judge(expected).subList(1, 4))
                .containsExactly(
                        new Expectation("unmatched", "far", "far", true),
                        new Expectation("unmatched", "cat", "cat", true),
                        new Expectation("unmatched", "ann", "1 of 1 matched", false));
    }

    @Test
    void metricsAreComparedInTheirOwnUnits() {
        Expected expected = new Expected(
                Verdict.HELD,
                null,
                List.of(),
                List.of(),
                List.of(
                        compare("time-to-match.max", Comparison.Operator.LESS, 2000, "< 2s"),
                        compare("share.matched", Comparison.Operator.AT_LEAST, 0.5, ">= 50%"),
                        compare("matches.count", Comparison.Operator.EQUAL, 1, "== 1")));
        assertThat(judge(expected).subList(1, 4))
                .containsExactly(
                        new Expectation("metrics.time-to-match.max", "< 2s", "2000ms", false),
                        new Expectation("metrics.share.matched", ">= 50%", "50%", true),
                        new Expectation("metrics.matches.count", "== 1", "1", true));
    }

    @Test
    void anExpectationOnAMetricWithoutDataIsMissedWhateverItSays() {
        for (Comparison.Operator operator : Comparison.Operator.values()) {
            Expected expected = new Expected(
                    Verdict.HELD,
                    null,
                    List.of(),
                    List.of(),
                    List.of(compare("estimate-error.p50", operator, 0, operator.text() + " 0ms")));
            assertThat(judge(expected).get(1))
                    .isEqualTo(new Expectation(
                            "metrics.estimate-error.p50",
                            operator.text() + " 0ms",
                            "no data",
                            false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LESS, true, false, false",
        "AT_MOST, true, true, false",
        "EQUAL, false, true, false",
        "AT_LEAST, false, true, true",
        "GREATER, false, false, true"
    })
    void comparatorsMeanWhatTheySay(
            Comparison.Operator operator, boolean below, boolean equal, boolean above) {
        Comparison comparison = compare("matches.count", operator, 2, "");
        assertThat(comparison.isMetBy(1)).isEqualTo(below);
        assertThat(comparison.isMetBy(2)).isEqualTo(equal);
        assertThat(comparison.isMetBy(3)).isEqualTo(above);
    }

    private List<Expectation> judge(Expected expected) {
        return JudgedRun.of(run.result(), expected, 0).expectations();
    }

    private static Expected violated(String claim) {
        return new Expected(Verdict.VIOLATED, claim, List.of(), List.of(), List.of());
    }

    private static Expected matched(List<List<String>> groups) {
        return new Expected(Verdict.HELD, null, groups, List.of(), List.of());
    }

    private static Comparison compare(
            String metric, Comparison.Operator operator, double bound, String text) {
        return new Comparison(metric, operator, bound, text);
    }
}
