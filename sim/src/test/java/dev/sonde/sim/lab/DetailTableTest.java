package dev.sonde.sim.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.lab.DetailTable.Row;
import dev.sonde.sim.network.packet.PacketSettings;

import org.junit.jupiter.api.Test;

import java.util.List;

class DetailTableTest {

    /** With fewer, a 90 % quantile near a timer of a second says nothing. */
    private static final int SEEDS = 200;

    /**
     * Goal: without loss and with 5 %, flow and packets agree within the stated bounds, near and
     * far. {@code sonde network details} looks at the whole grid; at 20 % flow is known to be too
     * slow there.
     */
    @Test
    void flowIsWithinItsBoundsUpToFivePercentLoss() {
        DetailTable table = new DetailTable(PacketSettings.DEFAULT, SEEDS);
        List<Row> rows = DetailTable.grid().stream()
                .filter(point -> point.lossPercent() == 0 || point.lossPercent() == 5)
                .filter(point -> point.rttMillis() == 50 || point.rttMillis() == 400)
                .map(table::row)
                .toList();

        assertThat(rows).hasSize(24);
        assertThat(rows.stream().filter(row -> !row.isWithinBounds()).toList())
                .as(DetailTable.text(rows))
                .isEmpty();
    }

    /** Goal: the comparison can fail. */
    @Test
    void aRowThatIsFarOffIsOutOfBounds() {
        DetailTable.Point point = DetailTable.grid().get(0);
        DetailTable.Figures fast = new DetailTable.Figures(10, 10, 400_000_000, 500_000_000, 5);
        DetailTable.Figures slow = new DetailTable.Figures(10, 10, 900_000_000, 990_000_000, 5);

        assertThat(new Row(point, fast, fast).isWithinBounds()).isTrue();
        assertThat(new Row(point, slow, fast).isWithinBounds()).isFalse();
    }
}
