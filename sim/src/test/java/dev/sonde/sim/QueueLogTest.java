package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.QueuePoint;

import org.junit.jupiter.api.Test;

import java.util.List;

final class QueueLogTest {

    private static final long MILLI = 1_000_000;

    @Test
    void fewChangesAreKeptAsTheyAre() {
        QueueLog log = new QueueLog();
        log.add(5, 1);
        log.add(5, 2);
        log.add(90, 0);

        assertThat(log.points())
                .containsExactly(
                        new QueuePoint(5, 1, 1), new QueuePoint(5, 2, 2), new QueuePoint(90, 0, 0));
    }

    @Test
    void manyChangesArePutTogetherWithoutLosingTheMostAndTheLast() {
        QueueLog log = new QueueLog();
        for (int i = 0; i < 100_000; i++) {
            log.add(i * MILLI, i == 50_000 ? 77 : i % 3);
        }

        List<QueuePoint> points = log.points();
        assertThat(points).hasSizeBetween(1_000, 2_048);
        assertThat(points).extracting(QueuePoint::most).contains(77L).endsWith(2L);
        assertThat(points.get(points.size() - 1).last()).isEqualTo(99_999 % 3);
        assertThat(points)
                .isSortedAccordingTo((one, other) -> Long.compare(one.atNanos(), other.atNanos()));
    }
}
