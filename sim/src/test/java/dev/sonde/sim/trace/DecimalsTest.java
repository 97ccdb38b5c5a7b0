package dev.sonde.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.RoundingMode;

final class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "80000000, 80",
        "80100000, 80.1",
        "1500, 0.002",
        "1499, 0.001",
        "499, 0",
        "-1500000, -1.5",
        "9223372036854775807, 9223372036854.776"
    })
    void millisHaveNoMoreDecimalsThanItTakes(long nanos, String text) {
        assertThat(Decimals.millis(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000000",
        "1, 0.000001",
        "20000001, 20.000001",
        "123456789012, 123456.789012",
        "-1, -0.000001",
        "-9223372036854775808, -9223372036854.775808"
    })
    void exactMillisKeepEveryNanosecond(long nanos, String text) {
        assertThat(Decimals.exactMillis(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "0.9496, 0.95",
        "80.5, 80.5",
        "0.0004, 0",
        "1e15, 1000000000000000",
        "1e300, "
                + "100000000000000005250476025520442024870446858110815915491585411511180245"
                + "7988908195786371375080447854045104307832872654889217024",
    })
    void numbersHaveAtMostThreeDecimals(double value, String text) {
        assertThat(Decimals.text(value)).startsWith(text.substring(0, Math.min(15, text.length())));
        assertThat(Decimals.text(value)).doesNotContain("E");
    }

    @Test
    void whatIsNoNumberHasNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.text(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decimals.text(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1 000", "1234567, 1 234 567", "-1000, -1 000"})
    void countsAreGroupedByThousands(long count, String text) {
        assertThat(Decimals.grouped(count)).isEqualTo(text);
    }

    @Property
    void everyTextReadsBackAsTheRoundedNumber(@ForAll @LongRange(min = 0) long nanos) {
        BigDecimal rounded = BigDecimal.valueOf(nanos, 6).setScale(3, RoundingMode.HALF_UP);
        assertThat(new BigDecimal(Decimals.millis(nanos))).isEqualByComparingTo(rounded);
        assertThat(new BigDecimal(Decimals.exactMillis(nanos)))
                .isEqualTo(BigDecimal.valueOf(nanos, 6));
    }
}
