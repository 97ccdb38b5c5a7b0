package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class EventTableTest {

    private final Log log = new Log();
    private final EventTable table = new EventTable();

    @Test
    void anEventComesOutAsItWentIn() {
        long ticket = table.add(3, 10, Kernel.NEVER, log, -7, "data");
        int row = EventTable.row(ticket);

        assertThat(table.holds(ticket)).isTrue();
        assertThat(table.channel(row)).isEqualTo(3);
        assertThat(table.earliestNanos(row)).isEqualTo(10);
        assertThat(table.latestNanos(row)).isEqualTo(Kernel.NEVER);
        assertThat(table.handler(row)).isSameAs(log);
        assertThat(table.what(row)).isEqualTo(-7);
        assertThat(table.data(row)).isEqualTo("data");
    }

    @Test
    void signsOfWhatAndChannelDoNotMeet() {
        int timer = EventTable.row(table.add(EventTable.NO_CHANNEL, 0, 0, log, 7, null));
        int message = EventTable.row(table.add(7, 0, 0, log, Integer.MIN_VALUE, null));

        assertThat(table.channel(timer)).isEqualTo(EventTable.NO_CHANNEL);
        assertThat(table.what(timer)).isEqualTo(7);
        assertThat(table.channel(message)).isEqualTo(7);
        assertThat(table.what(message)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void aRemovedEventHoldsOnToNothingAndItsTicketIsDeadForEver() {
        long first = table.add(EventTable.NO_CHANNEL, 0, 0, log, 0, "data");
        int row = EventTable.row(first);
        table.remove(row);

        assertThat(table.data(row)).isNull();
        assertThat(table.holds(first)).isFalse();
        long second = table.add(EventTable.NO_CHANNEL, 0, 0, log, 0, null);
        assertThat(EventTable.row(second)).isEqualTo(row);
        assertThat(second).isGreaterThan(first);
        assertThat(table.holds(first)).isFalse();
        assertThat(table.holds(second)).isTrue();
    }

    @Test
    void manyEventsKeepTheirOwnRows() {
        List<Long> tickets = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            tickets.add(table.add(i, i, 2L * i, log, i, i));
        }
        for (int i = 0; i < 1_000; i++) {
            int row = EventTable.row(tickets.get(i));
            assertThat(EventTable.sequence(tickets.get(i))).isEqualTo(i + 1);
            assertThat(table.data(row)).isEqualTo(i);
            assertThat(table.latestNanos(row)).isEqualTo(2L * i);
        }
        assertThat(table.size()).isEqualTo(1_000);
    }

    @Test
    void clearingLetsGoOfEverythingAndStartsTheNumbersAgain() {
        long first = table.add(EventTable.NO_CHANNEL, 0, 0, log, 0, "data");
        table.add(EventTable.NO_CHANNEL, 0, 0, log, 0, "more");
        table.clear();

        assertThat(table.size()).isZero();
        assertThat(table.data(0)).isNull();
        assertThat(table.data(1)).isNull();
        assertThat(table.holds(first)).isFalse();
        assertThat(table.add(EventTable.NO_CHANNEL, 0, 0, log, 0, null)).isEqualTo(first);
    }
}
