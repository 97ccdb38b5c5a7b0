package dev.sonde.sim.peer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ClientOrderTest {

    @Test
    void numbersAreWhatJavaScriptMakesOfThem() {
        assertThat(
                        List.of("12", "1e3", "0x10", ".5", "5.", "-3", "0b11", "1E-2", "-Infinity")
                                .stream()
                                .map(ClientOrder::number))
                .containsExactly(
                        12.0, 1000.0, 16.0, 0.5, 5.0, -3.0, 3.0, 0.01, Double.NEGATIVE_INFINITY);
        assertThat(
                        List.of("", ".", "1_000", "-0x10", "1e", "e1", "12a", "1d", "NaN", "--1")
                                .stream()
                                .map(ClientOrder::number))
                .containsOnly(Double.NaN);
    }

    @Test
    void lowerNumbersOfferAndEqualOnesLeaveNobody() {
        assertThat(ClientOrder.compare("9", "10")).isNegative();
        assertThat(ClientOrder.compare("0x10", "16")).isZero();
        assertThat(ClientOrder.compare("01", "1")).isZero();
        assertThat(ClientOrder.compare("1e999", "Infinity")).isZero();
        assertThat(ClientOrder.compare("Infinity", "5")).isPositive();
    }

    @Test
    void otherIdsSortAsIcuSortsThem() {
        List<String> sorted = new ArrayList<>(
                List.of("b", "B", "a", "A", "ab", "aB", "a1", "9z", "10z", ".a", "-a", "_a", "Ab"));
        sorted.sort(ClientOrder::compare);
        assertThat(sorted)
                .containsExactly(
                        "_a", "-a", ".a", "10z", "9z", "a", "A", "a1", "ab", "aB", "Ab", "b", "B");
    }

    @Property(tries = 500)
    void oneOfferedSideMeansTheOtherAnswers(@ForAll("ids") String a, @ForAll("ids") String b) {
        assertThat(Integer.signum(ClientOrder.compare(a, b)))
                .isEqualTo(-Integer.signum(ClientOrder.compare(b, a)));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("01eExX.-_abAB").ofMinLength(1).ofMaxLength(6);
    }
}
