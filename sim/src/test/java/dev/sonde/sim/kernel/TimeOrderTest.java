package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

final class TimeOrderTest {

    private final Log log = new Log();
    private final EventTable table = new EventTable();
    private final TimeOrder order = new TimeOrder(table);

    private record Entry(long ticket, long instant) {}

    @Property(tries = 60)
    void manyEventsComeOutByInstantAndThenByTicketWhateverWasCancelled(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int instants,
            @ForAll @IntRange(min = 0, max = 100) int percentCancelled) {
        Draws draws = new SeededChoices(seed).draws("heap", "test", "op");
        List<Entry> pending = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            long instant = now + draws.below(instants);
            pending.add(new Entry(add(instant), instant));
            if (draws.below(100) < percentCancelled) {
                cancel(pending.remove((int) draws.below(pending.size())).ticket());
            }
            if (draws.below(3) == 0 && !pending.isEmpty()) {
                now = checkNext(pending, now);
            }
        }
        while (!pending.isEmpty()) {
            now = checkNext(pending, now);
        }
        assertThat(order.next(now, Long.MAX_VALUE)).isEqualTo(Order.NONE);
    }

    private long checkNext(List<Entry> pending, long now) {
        Entry expected = pending.stream()
                .min(Comparator.comparingLong(Entry::instant).thenComparingLong(Entry::ticket))
                .orElseThrow();
        int row = order.next(now, Long.MAX_VALUE);
        assertThat(table.ticket(row)).isEqualTo(expected.ticket());
        assertThat(order.instantNanos()).isEqualTo(expected.instant());
        table.remove(row);
        pending.remove(expected);
        return expected.instant();
    }

    @Test
    void cancelledEntriesNeverPileUp() {
        for (int i = 0; i < 10; i++) {
            add(1_000_000);
        }
        int most = 0;
        for (int i = 0; i < 100_000; i++) {
            cancel(add(2_000_000 - i));
            most = Math.max(most, order.entries());
        }
        assertThat(table.size()).isEqualTo(10);
        assertThat(table.usedRows()).isEqualTo(11);
        assertThat(most).isLessThanOrEqualTo(64);
    }

    private long add(long instant) {
        long ticket = table.add(EventTable.NO_CHANNEL, instant, instant, log, 0, null);
        order.added(ticket, EventTable.NO_CHANNEL, instant);
        return ticket;
    }

    private void cancel(long ticket) {
        int row = EventTable.row(ticket);
        table.remove(row);
        order.cancelled(row, EventTable.NO_CHANNEL);
    }
}
