package dev.sonde.sim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SayTest {

    @Test
    void sharesHaveOneDecimalButForNothingAndAll() {
        assertThat(Say.percent(0)).isEqualTo("0 %");
        assertThat(Say.percent(1)).isEqualTo("100 %");
        assertThat(Say.percent(0.9816)).isEqualTo("98.2 %");
        assertThat(Say.percent(0.98)).isEqualTo("98.0 %");
        assertThat(Say.percent(Double.NaN)).isEqualTo("–");
        assertThat(Say.percent(1, 15_681)).isEqualTo("< 0.1 %");
        assertThat(Say.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void rangesNameTheirUnitOnce() {
        assertThat(Say.range("ms", 774.7, 2_720)).isEqualTo("0.77 to 2.72 s");
        assertThat(Say.range("ms", -7_450.2, -999)).isEqualTo("−7.45 to −1.00 s");
        assertThat(Say.range("ms", 20.75, 21.2)).isEqualTo("20.8 to 21.2 ms");
        assertThat(Say.range("share", -0.004, 0.031)).isEqualTo("−0.4 to 3.1 %");
        assertThat(Say.range("count", 1.5, 12_000)).isEqualTo("1.5 to 12 000");
        assertThat(Say.range("count", Double.NaN, Double.NaN)).isEmpty();
    }

    @Test
    void valuesCarryTheUnitOfTheirMetric() {
        assertThat(Say.value("ms", -6_623.2)).isEqualTo("−6.62 s");
        assertThat(Say.value("share", 0.5)).isEqualTo("50.0 %");
        assertThat(Say.value("ratio", 3.195)).isEqualTo("3.2");
        assertThat(Say.value("count", 15_681)).isEqualTo("15 681");
        assertThat(Say.count(1, "run", "runs")).isEqualTo("1 run");
        assertThat(Say.count(2, "run", "runs")).isEqualTo("2 runs");
    }
}
