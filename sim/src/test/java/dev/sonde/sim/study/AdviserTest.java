package dev.sonde.sim.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class AdviserTest {

    private static final Design DESIGN = Made.design("50ms", "75ms", "100ms");

    private static Results results(double[] waits, double[] shares) {
        return new Results(DESIGN, Made.runs(DESIGN, 10, waits, shares));
    }

    @Test
    void boundsComeFirstThenTheBest() {
        Results results = results(new double[] {20, 60, 90}, new double[] {0.5, 0.95, 0.99});
        Advice advice = new Adviser(results, List.of(Made.MANY, Made.SOON, Made.LEAST)).advice();
        assertThat(advice)
                .isEqualTo(new Advice.Recommended(
                        1,
                        List.of(),
                        Advice.Recheck.NONE,
                        "Take limit 75ms: it keeps all bounds, as 2 of 3 settings do, and has the"
                                + " least wait"));
        assertThat(new Adviser(results, List.of(Made.MOST)).advice().words())
                .isEqualTo("Take limit 100ms: of 3 settings it has the most share");
    }

    @Test
    void aBoundIsHeldAgainstTheConservativeEnd() {
        // 99.5 ± 0.75 is within 100 by its mean only.
        Results results = results(new double[] {99.5, 120, 130}, new double[] {1, 1, 1});
        GoalCheck check = GoalCheck.of(Made.SOON, results, 0);

        assertThat(check.estimate().value()).isLessThan(100);
        assertThat(check.estimate().high()).isGreaterThan(100);
        assertThat(check.verdict()).isEqualTo(Goal.Verdict.UNCERTAIN);
        assertThat(new Adviser(results, List.of(Made.SOON)).advice())
                .isEqualTo(new Advice.None("No setting keeps all bounds; limit 50ms comes nearest,"
                        + " without wait <= 100ms"));
    }

    @Test
    void whoIsNotToldApartFromTheBestIsNamed() {
        Results results = results(new double[] {60, 60, 90}, new double[] {1, 1, 1});
        Advice advice = new Adviser(results, List.of(Made.SOON, Made.LEAST)).advice();
        assertThat(((Advice.Recommended) advice).setting()).isZero();
        assertThat(((Advice.Recommended) advice).asGood()).containsExactly(1);
    }

    @Test
    void withoutGoalsNothingIsRecommended() {
        Results results = results(new double[] {60, 60, 90}, new double[] {1, 1, 1});
        assertThat(new Adviser(results, List.of()).advice()).isInstanceOf(Advice.None.class);
    }

    @Test
    void freshSeedsConfirmOrDoNot() {
        Design one = Made.design("75ms");
        List<Goal> goals = List.of(Made.SOON, Made.LEAST);
        Results good = new Results(one, Made.runs(one, 10, new double[] {60}, new double[] {1}));
        Results bad = new Results(one, Made.runs(one, 10, new double[] {160}, new double[] {1}));
        assertThat(Adviser.recheck(good, 0, goals).confirms()).isTrue();
        assertThat(Adviser.recheck(bad, 0, goals).confirms()).isFalse();
        assertThat(Advice.Recheck.NONE.confirms()).isFalse();
    }

    @Test
    void verdictsOfEachAim() {
        Estimate around = new Estimate(5, 4, 6, 30);
        assertThat(goal(Goal.Aim.LESS, 6).judge(around)).isEqualTo(Goal.Verdict.UNCERTAIN);
        assertThat(goal(Goal.Aim.AT_MOST, 6).judge(around)).isEqualTo(Goal.Verdict.MET);
        assertThat(goal(Goal.Aim.AT_LEAST, 4).judge(around)).isEqualTo(Goal.Verdict.MET);
        assertThat(goal(Goal.Aim.GREATER, 4).judge(around)).isEqualTo(Goal.Verdict.UNCERTAIN);
        assertThat(goal(Goal.Aim.GREATER, 7).judge(around)).isEqualTo(Goal.Verdict.MISSED);
        assertThat(goal(Goal.Aim.EQUAL, 5).judge(around)).isEqualTo(Goal.Verdict.UNCERTAIN);
        assertThat(goal(Goal.Aim.EQUAL, 5).judge(new Estimate(5, 5, 5, 30)))
                .isEqualTo(Goal.Verdict.MET);
        assertThat(goal(Goal.Aim.LESS, 6).judge(new Estimate(5, Double.NaN, Double.NaN, 1)))
                .isEqualTo(Goal.Verdict.UNCERTAIN);
        assertThat(goal(Goal.Aim.LESS, 6).judge(Estimate.NONE)).isEqualTo(Goal.Verdict.NO_DATA);
    }

    private static Goal goal(Goal.Aim aim, double bound) {
        return new Goal("wait", aim, bound, "");
    }

    @Test
    void aWishIsFulfilledOnceEverySettingIsNarrowEnough() {
        Results results = results(new double[] {60, 60, 90}, new double[] {1, 1, 1});
        double width = results.mean(0, 0).width();
        assertThat(new Wish("wait", width + 1e-9).isFulfilled(results)).isTrue();
        assertThat(new Wish("wait", width - 1e-9).isFulfilled(results)).isFalse();
        assertThat(java.util.stream.LongStream.rangeClosed(1, 55).filter(Wish::isLook))
                .containsExactly(30L, 40L, 50L);
    }

    @Test
    void sharesStayWithinNothingAndAll() {
        Design one = Made.design("75ms");
        Results results = new Results(
                one,
                List.of(
                        new Run(1, 0, 1, "HELD", new double[] {0, 1}, false),
                        new Run(2, 0, 2, "HELD", new double[] {5, 0.9}, false)));
        assertThat(results.mean(0, 1).high()).isEqualTo(1);
        assertThat(results.mean(0, 0).low()).isZero();
    }
}
