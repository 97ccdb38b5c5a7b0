package dev.sonde.sim.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.QueuePoint;
import dev.sonde.sim.report.html.Block.Line;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CurvesTest {

    /** Four values of five that there could be: the curve ends at 80 %. */
    @Test
    void distributionEndsWhereValuesAreMissing() {
        Line line = Curves.distribution("x", new double[] {1, 2, 2, 5}, 5);

        assertThat(line.xs()).containsExactly(0, 1, 2, 5);
        assertThat(line.ys()).containsExactly(0, 20, 60, 80);
        assertThat(line.steps()).isTrue();
    }

    @Test
    void longDistributionIsThinnedOutByRank() {
        double[] sorted = new double[100_000];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i;
        }

        Line line = Curves.distribution("x", sorted, sorted.length);

        assertThat(line.xs()).hasSize(Curves.MOST_POINTS + 1).endsWith(99_999);
        assertThat(line.ys()).endsWith(100);
    }

    @Test
    void sharesCountEqualValuesIn() {
        double[] sorted = {1, 2, 2, 2, 5};

        assertThat(Curves.shareUpTo(sorted, 0.5, 5)).isZero();
        assertThat(Curves.shareUpTo(sorted, 2, 5)).isEqualTo(0.8);
        assertThat(Curves.shareUpTo(sorted, 3, 10)).isEqualTo(0.4);
        assertThat(Curves.shareUpTo(sorted, 9, 5)).isEqualTo(1);
    }

    /** 3 wait from 10 to 15 ns, with 7 for an instant, then 1; slices of 10 ns. */
    @Test
    void queueKeepsTheMostOfEachSlice() {
        List<QueuePoint> points = List.of(new QueuePoint(10, 7, 3), new QueuePoint(15, 3, 1));

        assertThat(Curves.queue(points, 40, 4)).containsExactly(0, 7, 1, 1);
    }

    @Test
    void shortQueueIsDrawnAsItWas() {
        Line line = Curves.queueLine(
                "q",
                List.of(new QueuePoint(1_000_000_000L, 1, 1), new QueuePoint(3_000_000_000L, 0, 0)),
                4_000_000_000L);

        assertThat(line.xs()).containsExactly(0, 1, 3, 4);
        assertThat(line.ys()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void quantilesLieBetweenValues() {
        assertThat(Curves.quantile(new double[] {0, 10}, 0.25)).isEqualTo(2.5);
        assertThat(Curves.quantile(new double[] {}, 0.5)).isNaN();
    }
}
