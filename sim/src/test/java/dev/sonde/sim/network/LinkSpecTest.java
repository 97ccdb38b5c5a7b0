package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LinkSpecTest {

    private static final long MS = 1_000_000L;

    @Test
    void everyClauseIsReadIntoItsComponent() {
        LinkSpec read = LinkSpec.parse("delay 40ms 8ms 25% base 20ms distribution gamma"
                + " loss 1% burst 3 duplicate 0.5% reorder 2% 50% rate 1.5mbit");

        assertThat(read)
                .isEqualTo(new LinkSpec(
                        Delay.of(Delay.Distribution.GAMMA, 40 * MS, 8 * MS, 250_000, 20 * MS),
                        Loss.burst(10_000, 3_000, 20 * MS),
                        5_000,
                        20_000,
                        500_000,
                        1_500_000,
                        false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                     | ''",
                "delay 0ms                              | ''",
                "  delay   40ms                         | delay 40ms",
                "delay 0.04s                            | delay 40ms",
                "delay 60ms 20ms                        | delay 60ms 20ms distribution normal",
                "delay 60ms 0ms                         | delay 60ms",
                "delay 1500us                           | delay 1.5ms",
                "delay 20ms 4ms base 0ms distribution gamma | delay 20ms 4ms base 0ms "
                        + "distribution gamma",
                "loss 1% delay 5ms                      | delay 5ms loss 1%",
                "loss gemodel 1% 30%                    | loss gemodel 1% 30% 100% 0%",
                "loss gemodel 1%                        | loss gemodel 1% 99% 100% 0%",
                "loss gemodel 1% 30% 80% 0.1% per 10ms  | loss gemodel 1% 30% 80% 0.1% per 10ms",
                "loss 0.5% burst 2.5 per 20ms           | loss 0.5% burst 2.5",
                "loss 0.5% burst 3 per packet           | loss 0.5% burst 3 per packet",
                "rate 2000kbit                          | rate 2mbit",
                "ordered off                            | ''",
                "reorder 0% 50%                         | ''",
                "delay 10% base 1ms distribution quantiles 10:32ms,50:0.135s | "
                        + "delay 10% base 1ms distribution quantiles 10:32ms,50:135ms",
            })
    void textIsCanonical(String text, String canonical) {
        assertThat(LinkSpec.parse(text).text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dely 40ms                       | dely     | 0",
                "delay 40                        | 40       | 6",
                "delay                           | ''       | 5",
                "delay 40ms 8ms distribution gama| gama     | 28",
                "delay 40ms 8ms 120%             | 120%     | 15",
                "loss 1% delay 4ms loss 2%       | loss     | 18",
                "loss 1                          | 1        | 5",
                "loss 0.00001%                   | 0.00001% | 5",
                "loss gmodel 1%                  | gmodel   | 5",
                "loss 5% burst three             | three    | 14",
                "loss 5% burst 3 per paket       | paket    | 20",
                "loss 90% burst 2 per packet     | 90%      | 5",
                "rate 10mb                       | 10mb     | 5",
                "ordered onn                     | onn      | 8",
                "reorder 5% ordered on           | ordered  | 11",
                "delay 5ms 4ms distribution uniform | 5ms   | 6",
                "delay 5ms 5ms                   | 5ms      | 6",
                "delay distribution series x.csv | x.csv    | 26",
                "delay distribution quantiles 50:9ms,10:5ms | distribution | 6",
            })
    void errorPointsAtTheWord(String text, String word, int offset) {
        LinkSyntaxException error =
                catchThrowableOfType(LinkSyntaxException.class, () -> LinkSpec.parse(text));

        assertThat(error.word()).isEqualTo(word);
        assertThat(error.offset()).isEqualTo(offset);
        assertThat(error.expected()).isNotBlank();
        assertThat(error).hasMessageContaining("at offset " + offset);
    }

    @Test
    void errorNamesWhatIsKnown() {
        LinkSyntaxException error = catchThrowableOfType(
                LinkSyntaxException.class, () -> LinkSpec.parse("delay 9ms 1ms distribution beta"));

        assertThat(error)
                .hasMessage(
                        "'beta' at offset 27, expected one of: uniform, normal, gamma, lognormal,"
                                + " weibull, pareto, quantiles, series");
        assertThat(error.known())
                .containsExactly(
                        "uniform",
                        "normal",
                        "gamma",
                        "lognormal",
                        "weibull",
                        "pareto",
                        "quantiles",
                        "series");
    }

    @Test
    void seriesIsResolvedByTheCaller() {
        Series series = Series.parse("trace.csv", "# ms\n10\n20.5\n");

        LinkSpec read =
                LinkSpec.parse("delay base 1ms distribution series trace.csv", name -> series);

        assertThat(read.delay()).isEqualTo(Delay.series(MS, series));
        assertThat(read.text()).isEqualTo("delay base 1ms distribution series trace.csv");
        assertThat(read.meanDelayNanos()).isEqualTo(16_250_000);
    }

    @Test
    void hostileTextFailsWithoutWork() {
        String longNumber = "9".repeat(1_000_000);

        LinkSyntaxException error = catchThrowableOfType(
                LinkSyntaxException.class, () -> LinkSpec.parse("delay " + longNumber + "ms"));

        assertThat(error.offset()).isEqualTo(6);
    }

    @Property(tries = 500)
    void parsingTheTextGivesTheSameLink(@ForAll("links") LinkSpec link) {
        assertThat(LinkSpec.parse(link.text())).isEqualTo(link);
    }

    @Provide
    Arbitrary<LinkSpec> links() {
        return Combinators.combine(
                        delays(),
                        losses(),
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.of(true, false))
                .as((delay, loss, duplicate, reorder, correlation, rate, ordered) -> new LinkSpec(
                        delay,
                        loss,
                        duplicate,
                        ordered ? 0 : reorder,
                        ordered ? 0 : correlation,
                        rate,
                        ordered));
    }

    private static Arbitrary<Delay> delays() {
        Arbitrary<Long> nanos = Arbitraries.longs().between(1_000, 1_000_000_000_000L);
        Arbitrary<Delay> shaped = Combinators.combine(
                        nanos,
                        Arbitraries.longs().between(2, 10),
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.of(-1L, 0L, 1L),
                        Arbitraries.of(
                                Delay.Distribution.NORMAL,
                                Delay.Distribution.GAMMA,
                                Delay.Distribution.LOGNORMAL,
                                Delay.Distribution.WEIBULL,
                                Delay.Distribution.PARETO))
                .as((mean, part, correlation, base, distribution) ->
                        Delay.of(distribution, mean, mean / part, correlation, base));
        Arbitrary<Delay> uniform = nanos.map(mean ->
                Delay.of(Delay.Distribution.UNIFORM, mean, mean / 2, 0, Delay.DEFAULT_BASE));
        Arbitrary<Delay> quantiles = Combinators.combine(
                        Arbitraries.integers().between(0, 500_000), nanos, nanos)
                .as((share, base, value) -> Delay.quantiles(
                        share,
                        base,
                        List.of(
                                new Delay.Quantile(share, value),
                                new Delay.Quantile(share + 1, value + base))));
        return Arbitraries.oneOf(nanos.map(Delay::constant), shaped, uniform, quantiles);
    }

    private static Arbitrary<Loss> losses() {
        Arbitrary<Integer> share = Arbitraries.integers().between(0, 1_000_000);
        Arbitrary<Long> step = Arbitraries.longs().between(0, 1_000_000_000L);
        Arbitrary<Loss> burst = Combinators.combine(
                        Arbitraries.integers().between(0, 500_000),
                        Arbitraries.longs().between(1_000, 1_000_000),
                        step)
                .as(Loss::burst);
        Arbitrary<Loss> chain =
                Combinators.combine(share, share, share, share, step).as(Loss::gilbertElliott);
        return Arbitraries.oneOf(share.map(Loss::independent), burst, chain);
    }
}
