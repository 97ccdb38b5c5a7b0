package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class DelayTest {

    private static final int DRAWS = 100_000;
    private static final double MS = 1_000_000;

    /** Tolerances: mean 4 standard errors; deviation wider where the fourth moment is large. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay 40ms 8ms distribution uniform               | 40 | 8  | 0.01",
                "delay 40ms 8ms distribution normal                | 40 | 8  | 0.01",
                "delay 40ms 30ms distribution normal               | 40 | 30 | 0.01",
                "delay 40ms 10ms base 25ms distribution normal     | 40 | 10 | 0.01",
                "delay 40ms 8ms distribution gamma                 | 40 | 8  | 0.02",
                "delay 40ms 60ms distribution gamma                | 40 | 60 | 0.03",
                "delay 40ms 8ms base 30ms distribution gamma       | 40 | 8  | 0.02",
                "delay 40ms 8ms distribution lognormal             | 40 | 8  | 0.03",
                "delay 40ms 8ms base 0ms distribution lognormal    | 40 | 8  | 0.02",
                "delay 40ms 8ms distribution weibull               | 40 | 8  | 0.02",
                "delay 40ms 50ms distribution weibull              | 40 | 50 | 0.03",
                "delay 40ms 8ms distribution pareto                | 40 | 8  | 0.15",
            })
    void drawsHaveTheStatedMeanAndDeviation(
            String text, double mean, double deviation, double tolerance) {
        double[] drawn = draws(LinkSpec.parse(text), DRAWS);

        double standardError = deviation / Math.sqrt(DRAWS);
        assertThat(mean(drawn)).isCloseTo(mean, within(4 * standardError));
        assertThat(deviation(drawn)).isCloseTo(deviation, within(tolerance * deviation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay 40ms 30ms distribution normal",
                "delay 40ms 8ms base 30ms distribution gamma",
                "delay 40ms 8ms base 30ms distribution lognormal",
                "delay 40ms 8ms base 30ms distribution weibull",
                "delay 40ms 8ms base 30ms distribution pareto",
                "delay 40ms 8ms base 30ms distribution normal"
            })
    void noDrawIsBelowTheBase(String text) {
        LinkSpec link = LinkSpec.parse(text);

        double least = Arrays.stream(draws(link, DRAWS)).min().orElseThrow();

        assertThat(least).isGreaterThanOrEqualTo(link.delay().baseNanos() / MS);
    }

    /** A gamma distribution of shape 4 and scale 4 ms behind 24 ms: quantiles from its tables. */
    @Test
    void gammaHasTheQuantilesOfTheTables() {
        DelayCurve curve =
                LinkSpec.parse("delay 40ms 8ms distribution gamma").delay().curve();

        assertThat(curve.atShare(0.05) / MS).isCloseTo(24 + 4 * 1.36632, within(0.001));
        assertThat(curve.atShare(0.5) / MS).isCloseTo(24 + 4 * 3.67206, within(0.001));
        assertThat(curve.atShare(0.99) / MS).isCloseTo(24 + 4 * 10.04512, within(0.002));
    }

    /** Exponential, as the gamma and the Weibull distribution of shape 1. */
    @ParameterizedTest
    @ValueSource(strings = {"gamma", "weibull"})
    void shapeOneIsExponential(String name) {
        DelayCurve curve =
                LinkSpec.parse("delay 10ms 10ms distribution " + name).delay().curve();

        assertThat(curve.atShare(0.5) / MS).isCloseTo(6.93147, within(0.002));
        assertThat(curve.atShare(0.999) / MS).isCloseTo(69.0776, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(strings = {"normal", "gamma", "lognormal", "uniform"})
    void correlatedScoresKeepTheDistributionAndRememberTheOneBefore(String name) {
        LinkSpec link = LinkSpec.parse("delay 40ms 8ms 60% distribution " + name);

        double[] drawn = draws(link, DRAWS);

        double errorOfCorrelatedMean = 8 / Math.sqrt(DRAWS) * Math.sqrt(1.6 / 0.4);
        assertThat(mean(drawn)).isCloseTo(40, within(4 * errorOfCorrelatedMean));
        assertThat(deviation(drawn)).isCloseTo(8, within(0.2));
        assertThat(correlation(drawn, 1)).isCloseTo(0.6, within(0.03));
        assertThat(correlation(drawn, 2)).isCloseTo(0.36, within(0.035));
    }

    @Test
    void quantilesAreHitAndNothingIsInventedOutside() {
        LinkSpec link = LinkSpec.parse("delay distribution quantiles 10:30ms,50:50ms,90:130ms");

        double[] drawn = draws(link, DRAWS);

        Arrays.sort(drawn);
        assertThat(drawn[0]).isEqualTo(30);
        assertThat(drawn[DRAWS / 2]).isCloseTo(50, within(0.8));
        assertThat(drawn[DRAWS - 1]).isEqualTo(130);
        assertThat(link.meanDelayNanos()).isEqualTo(68_000_000);
        assertThat(mean(drawn)).isCloseTo(68, within(4 * deviation(drawn) / Math.sqrt(DRAWS)));
    }

    @Test
    void seriesIsPlayedAgainAndAgain() {
        Series series = Series.parse("s", "5\n7, 9\n");

        double[] drawn =
                draws(LinkSpec.parse("delay base 1ms distribution series s", name -> series), 7);

        assertThat(drawn).containsExactly(6, 8, 10, 6, 8, 10, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2;3,x | 2 | x",
                "1,-2;3,4 | 1 | -2",
                "# ms;;1,,2 | 3 | ''",
            })
    void seriesThatIsNotMillisecondsIsRefusedWithItsLine(String csv, int line, String cell) {
        TableSyntaxException error = catchThrowableOfType(
                TableSyntaxException.class, () -> Series.parse("s", csv.replace(';', '\n')));

        assertThat(error.line()).isEqualTo(line);
        assertThat(error.cell()).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delay 40ms                                           | 40000000 | 40000000",
                "delay 30ms 10ms distribution uniform                 | 12679492 | 47320508",
                "delay distribution quantiles 10:30ms,50:50ms,90:130ms| 30000000 | 130000000",
                "delay 40ms 8ms                                       | 15278142 | 64721858",
                "delay 10ms 10ms distribution gamma                   | 10005    | 69077553",
            })
    void windowIsTheSupportOrTheCentralNineHundredNinetyEightThousandths(
            String text, long shortest, long longest) {
        Delay delay = LinkSpec.parse(text).delay();

        assertThat(delay.shortestNanos()).isCloseTo(shortest, within(shortest / 1_000));
        assertThat(delay.longestNanos()).isCloseTo(longest, within(longest / 1_000));
    }

    @Test
    void normalScoresAreRightInTheMiddleAndInTheTails() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.quantile(1e-9)).isCloseTo(-5.997807015007687, within(1e-12));
        assertThat(Normal.cdf(1.959963984540054)).isCloseTo(0.975, within(1e-14));
        assertThat(Normal.cdf(-6)).isCloseTo(9.865876450376946e-10, within(1e-21));
    }

    private static double[] draws(LinkSpec spec, int count) {
        Link link = new Link(spec, new SeededChoices(1), "ann", "to-server");
        double[] drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = link.delayNanos(i, 0) / MS;
        }
        return drawn;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static double correlation(double[] values, int lag) {
        double mean = mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        double deviation = deviation(values);
        return sum / values.length / (deviation * deviation);
    }
}
