package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|1|12000|0|0 of 1 run, 12 s so far, 0 violated",
                "12|40|2000|1|12 of 40 runs, 6/s, 5 s left, 1 violated",
                "1|3|10000|0|1 of 3 runs, 0.1/s, 20 s left, 0 violated",
                "500|1000|2000|7|500 of 1000 runs, 250/s, 2 s left, 7 violated",
                "3|3|1000|3|3 of 3 runs, 3/s, 0 s left, 3 violated"
            })
    void aLineSaysHowManyHowFastHowLongAndHowBad(
            long done, long total, long elapsedMillis, long violations, String line) {
        assertThat(Progress.line(
                        Progress.Work.runs(total), done, elapsedMillis * 1_000_000, violations))
                .isEqualTo(line);
    }

    @Test
    void whatHasNoKnownEndHasNoTimeLeft() {
        long none = Progress.Work.UNBOUNDED;
        assertThat(Progress.line(new Progress.Work("schedule", none, none), 90, 3_000_000_000L, 0))
                .isEqualTo("90 schedules, 30/s, 0 violated");
    }
}
