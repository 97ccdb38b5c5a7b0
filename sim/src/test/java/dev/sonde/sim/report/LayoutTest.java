package dev.sonde.sim.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

/** The parts that reports are laid out with. */
final class LayoutTest {

    private static final Style UNICODE = new Style(true, false);

    @Test
    void aTableAlignsWordsLeftAndNumbersRight() {
        Table table = new Table("lr").row("a", "1000").row("long", "7");
        assertThat(table.lines()).containsExactly("a     1000", "long     7");
        assertThatIllegalArgumentException().isThrownBy(() -> table.row("one"));
    }

    @Test
    void barsAreInProportionToAnEighthOfAColumn() {
        assertThat(UNICODE.bar(8, 8, 4)).isEqualTo("████");
        assertThat(UNICODE.bar(3, 8, 4)).isEqualTo("█▌");
        assertThat(UNICODE.bar(1, 1_000_000, 4)).isEqualTo("▏");
        assertThat(UNICODE.bar(0, 8, 4)).isEmpty();
        assertThat(Style.PLAIN.bar(4, 8, 4)).isEqualTo("##");
        assertThat(Style.PLAIN.bar(1, 1_000_000, 4)).isEqualTo("#");
    }

    @Test
    void aHistogramHasRoundBinsThatHoldTheirLowerEdge() {
        assertThat(Histogram.of(new double[] {100, 149.9, 150, 250, 499}))
                .isEqualTo(new Histogram(100, 50, List.of(2L, 1L, 0L, 1L, 0L, 0L, 0L, 1L)));
    }

    @Test
    void equalValuesAreOneBin() {
        assertThat(Histogram.of(new double[] {80, 80, 80}))
                .isEqualTo(new Histogram(80, 1, List.of(3L)));
    }

    @Property
    void everyValueIsInOneOfAtMostEightBins(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 1e9) Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        Histogram histogram = Histogram.of(sorted);
        assertThat(histogram.counts()).hasSizeBetween(1, 8);
        assertThat(histogram.counts().stream().mapToLong(count -> count).sum())
                .isEqualTo(sorted.length);
        assertThat(histogram.counts().get(0)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "80.44, 80.4 ms",
        "999.9, 999.9 ms",
        "1000, 1.00 s",
        "1049, 1.05 s",
        "12345, 12.35 s",
        "NaN, -"
    })
    void durationsHaveTheUnitThatFits(double millis, String text) {
        assertThat(Durations.ofMillis(millis)).isEqualTo(text);
    }

    /** Ranks as in tables of the sign test: Conover, table A3. */
    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "5, 0",
        "6, 1",
        "8, 1",
        "9, 2",
        "20, 6",
        "50, 18",
        "100, 40",
        "1000, 469",
        "1001, 469"
    })
    void theIntervalOfAMedianLiesBetweenTheseRanks(int n, int rank) {
        assertThat(MedianInterval.rank(n)).isEqualTo(rank);
    }

    @Test
    void aSmallSampleHasAMedianButNoInterval() {
        MedianInterval four = MedianInterval.of(new double[] {4, 1, 3, 2});
        assertThat(four.median()).isEqualTo(2.5);
        assertThat(four.low()).isNaN();
        double[] six = {6, 5, 4, 3, 2, 1};
        assertThat(MedianInterval.of(six)).isEqualTo(new MedianInterval(3.5, 1, 6));
        assertThat(Arrays.equals(six, new double[] {6, 5, 4, 3, 2, 1})).isTrue();
    }

    @Test
    void wordsAreWrappedAtSpaces() {
        assertThat(Text.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Text.wrap("incomprehensibilities a", 5))
                .containsExactly("incomprehensibilities", "a");
        assertThat(Text.cut("abcdef", 5)).isEqualTo("abc..");
    }
}
