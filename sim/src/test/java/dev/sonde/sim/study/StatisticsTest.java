package dev.sonde.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.kernel.Draws;
import dev.sonde.sim.kernel.SeededChoices;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.util.Arrays;
import java.util.List;

/** Estimates against cases worked out elsewhere, and against what their names promise. */
final class StatisticsTest {

    private static final double[] SLEEP = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    private static final double[] SLEEP_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Example
    void theMeanHasTheIntervalThatStudentGave() {
        // R: t.test(sleep$extra[1:10])$conf.int is -0.5297804 2.0297804.
        Estimate mean = Statistics.mean(SLEEP);

        assertThat(mean.value()).isCloseTo(0.75, within(1e-12));
        assertThat(mean.low()).isCloseTo(-0.5297804, within(1e-6));
        assertThat(mean.high()).isCloseTo(2.0297804, within(1e-6));
        assertThat(mean.count()).isEqualTo(10);
    }

    @Example
    void pairsAreComparedOneByOne() {
        // R: t.test(b, a, paired = TRUE) is 1.58 in 0.7001142 2.4598858.
        Estimate apart = Statistics.difference(SLEEP, SLEEP_2);

        assertThat(apart.value()).isCloseTo(1.58, within(1e-12));
        assertThat(apart.low()).isCloseTo(0.7001142, within(1e-6));
        assertThat(apart.high()).isCloseTo(2.4598858, within(1e-6));
    }

    @Example
    void theMedianLiesBetweenOrderStatisticsOfTheBinomial() {
        double[] sample = new double[20];
        Arrays.setAll(sample, i -> 20 - i);
        // Tables of the sign test: for n = 20 the 6th smallest and the 6th largest.
        assertThat(Statistics.median(sample)).isEqualTo(new Estimate(10.5, 6, 15, 20));
        assertThat(Statistics.median(new double[] {1, 2, 3, 4, 5}).hasInterval())
                .isFalse();
        assertThat(Statistics.median(new double[] {6, 2, 3, 4, 5, 1}))
                .isEqualTo(new Estimate(3.5, 1, 6, 6));
    }

    @Example
    void whatHasNoDataIsLeftOut() {
        double none = Double.NaN;
        assertThat(Statistics.mean(new double[] {none, 3, none, 5}).count()).isEqualTo(2);
        assertThat(Statistics.mean(new double[] {none})).isEqualTo(Estimate.NONE);
        assertThat(Statistics.difference(new double[] {1, none, 3}, new double[] {2, 2, none}))
                .isEqualTo(new Estimate(1, none, none, 1));
    }

    @Property(tries = 50)
    void aMeanLiesInItsIntervalAndMovesWithTheSample(
            @ForAll @Size(min = 2, max = 50) List<@DoubleRange(min = -1e6, max = 1e6) Double> list,
            @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        double[] sample = list.stream().mapToDouble(Double::doubleValue).toArray();
        Estimate mean = Statistics.mean(sample);
        Estimate moved = Statistics.mean(
                Arrays.stream(sample).map(value -> value + shift).toArray());

        assertThat(mean.value()).isBetween(mean.low(), mean.high());
        assertThat(moved.value()).isCloseTo(mean.value() + shift, within(1e-6));
        assertThat(moved.width()).isCloseTo(mean.width(), within(1e-5));
    }

    /** Goal: an interval of 95 % holds the truth in about 95 of 100 studies. */
    @Example
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int held = 0;
        for (int study = 0; study < 1000; study++) {
            Draws draws = new SeededChoices(study).draws("study", "test", "normal");
            double[] sample = new double[30];
            Arrays.setAll(sample, i -> 5 + 2 * draws.gaussian());
            Estimate mean = Statistics.mean(sample);
            held += mean.low() <= 5 && 5 <= mean.high() ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }
}
