package dev.sonde.sim.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sonde.sim.kernel.EnabledEvents;
import dev.sonde.sim.kernel.EventHandler;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.Schedule;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

final class StateDigestTest {

    private static final Treatments TREATMENTS = Treatments.of("""
            not dev.sonde.sim.state.StateDigestTest$Clerk.events, counts for the report
            name dev.sonde.sim.state.StateDigestTest$Ticket, ticket: only says which
            ahead dev.sonde.sim.state.StateDigestTest$Clerk.busyUntilNanos, then it is free
            order dev.sonde.sim.state.StateDigestTest$Clerk.turn, turns: only compared
            order dev.sonde.sim.state.StateDigestTest$Clerk.lastTurn, turns: only compared
            """);

    private final StateDigest states = new StateDigest(TREATMENTS);

    private record Ticket(long number) {}

    /** Its fields are read by reflection only. */
    @SuppressWarnings("UnusedVariable")
    private static class Clerk {
        long dueNanos;
        long busyUntilNanos;
        long events;
        long turn;
        long lastTurn = 1;
        long handle;
        Object holds = "";
        final List<Ticket> tickets = new ArrayList<>();
        final Map<String, Object> shelf = new LinkedHashMap<>();
    }

    /** A lobby with one field more than the one it extends. */
    @SuppressWarnings("UnusedVariable")
    private static final class CarefulClerk extends Clerk {
        int warnings;
    }

    private static final class Soonest implements Schedule {
        @Override
        public int pick(EnabledEvents enabled) {
            return enabled.first();
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return soonestNanos;
        }
    }

    private static final class Bell implements EventHandler {
        @Override
        public void handle(int what, @Nullable Object data) {}

        @Override
        public String describe(int what, @Nullable Object data) {
            return "bell";
        }
    }

    private static Kernel at(long nanos) {
        Kernel kernel = Kernel.compared(RunLimits.DEFAULT, new Soonest(), 0);
        kernel.timer(kernel.startNanos() + nanos, new Bell(), 0, null);
        kernel.run();
        return kernel;
    }

    private List<Long> digest(Kernel kernel, Object root) {
        long[] two = new long[2];
        states.digest(kernel, root, two);
        return List.of(two[0], two[1]);
    }

    @Test
    void instantsCountByTheirDistanceFromNowAndOtherNumbersAsTheyStand() {
        Kernel early = at(0);
        Kernel late = at(5_000_000_000L);
        Clerk one = new Clerk();
        Clerk other = new Clerk();
        one.dueNanos = early.nowNanos() + 7;
        other.dueNanos = late.nowNanos() + 7;

        assertThat(digest(late, other)).isEqualTo(digest(early, one));

        other.dueNanos++;
        assertThat(digest(late, other)).isNotEqualTo(digest(early, one));

        one.dueNanos = 7;
        other.dueNanos = 8;
        assertThat(digest(late, other)).isNotEqualTo(digest(early, one));
    }

    @Test
    void timeOfDayBelowAMillisecondCountsBecauseClocksOfPagesRound() {
        Clerk clerk = new Clerk();

        assertThat(digest(at(1), clerk)).isNotEqualTo(digest(at(0), clerk));
        assertThat(digest(at(3_000_000), clerk)).isEqualTo(digest(at(0), clerk));
    }

    @Test
    void namesCountByTheirFirstUse() {
        Clerk one = new Clerk();
        one.tickets.addAll(List.of(new Ticket(5), new Ticket(9), new Ticket(5)));
        Clerk renamed = new Clerk();
        renamed.tickets.addAll(List.of(new Ticket(2), new Ticket(1), new Ticket(2)));
        Clerk another = new Clerk();
        another.tickets.addAll(List.of(new Ticket(2), new Ticket(1), new Ticket(1)));
        Kernel kernel = at(0);

        assertThat(digest(kernel, renamed)).isEqualTo(digest(kernel, one));
        assertThat(digest(kernel, another)).isNotEqualTo(digest(kernel, one));
    }

    @Test
    void anObjectHeldTwiceIsToldFromTwoThatLookTheSame() {
        Kernel kernel = at(0);
        Clerk shared = new Clerk();
        Clerk inner = new Clerk();
        shared.shelf.put("left", inner);
        shared.shelf.put("right", inner);
        Clerk apart = new Clerk();
        apart.shelf.put("left", new Clerk());
        apart.shelf.put("right", new Clerk());

        assertThat(digest(kernel, apart)).isNotEqualTo(digest(kernel, shared));
    }

    @Test
    void objectsThatHoldEachOtherAreReadOnce() {
        Kernel kernel = at(0);
        Clerk one = new Clerk();
        Clerk other = new Clerk();
        one.holds = other;
        other.holds = one;

        assertThat(digest(kernel, one)).isEqualTo(digest(kernel, other));
    }

    @Test
    void aFieldThatNobodyKnewOfChangesTheDigest() {
        Kernel kernel = at(0);
        CarefulClerk calm = new CarefulClerk();
        CarefulClerk warned = new CarefulClerk();
        warned.warnings = 1;

        assertThat(digest(kernel, warned)).isNotEqualTo(digest(kernel, calm));
    }

    @Test
    void whatTheTableSaysIsNoStateCountsForNothing() {
        Kernel kernel = at(1_000_000);
        Clerk one = new Clerk();
        Clerk other = new Clerk();
        other.events = 3;
        other.busyUntilNanos = kernel.nowNanos() - 5;
        one.turn = 1;
        other.turn = 40;
        other.lastTurn = 40;

        assertThat(digest(kernel, other)).isEqualTo(digest(kernel, one));

        other.turn = 41;
        assertThat(digest(kernel, other)).isNotEqualTo(digest(kernel, one));
        other.turn = 40;
        other.busyUntilNanos = kernel.nowNanos() + 5;
        assertThat(digest(kernel, other)).isNotEqualTo(digest(kernel, one));
    }

    @Test
    void pendingEventsCountByWhatTheyAreAndNotByWhenTheyWereSet() {
        Bell bell = new Bell();
        Clerk clerk = new Clerk();
        clerk.holds = bell;
        Kernel one = at(0);
        one.timer(one.nowNanos() + 10, bell, 1, "a");
        one.timer(one.nowNanos() + 20, bell, 2, "b");
        Kernel other = at(0);
        other.timer(other.nowNanos() + 30, bell, 3, "c");
        other.timer(other.nowNanos() + 20, bell, 2, "b");
        other.timer(other.nowNanos() + 10, bell, 1, "a");

        assertThat(digest(other, clerk)).isNotEqualTo(digest(one, clerk));

        one.timer(one.nowNanos() + 30, bell, 3, "c");
        assertThat(digest(other, clerk)).isEqualTo(digest(one, clerk));
    }

    @Test
    void aHandleCountsByTheEventThatItStandsFor() {
        Bell bell = new Bell();
        Kernel kernel = at(0);
        Clerk clerk = new Clerk();
        clerk.holds = bell;
        long first = kernel.timer(kernel.nowNanos() + 10, bell, 1, null);
        long second = kernel.timer(kernel.nowNanos() + 10, bell, 1, null);
        clerk.handle = first;
        List<Long> ofFirst = digest(kernel, clerk);
        clerk.handle = second;
        assertThat(digest(kernel, clerk)).isEqualTo(ofFirst);

        kernel.cancel(second);
        List<Long> gone = digest(kernel, clerk);
        assertThat(gone).isNotEqualTo(ofFirst);
        clerk.handle = first;
        assertThat(digest(kernel, clerk)).isNotEqualTo(gone);
    }

    @Test
    void anObjectThatCannotBeLookedIntoIsRefusedWithItsPlace() {
        Clerk clerk = new Clerk();
        clerk.shelf.put("dice", new ArrayDeque<>(List.of(new Random(1))));

        assertThatThrownBy(() -> digest(at(0), clerk))
                .isInstanceOf(UnreadableStateException.class)
                .hasMessageContaining("java.util.Random")
                .hasMessageContaining("ArrayDeque");
    }

    @Test
    void aLineThatIsNoTreatmentIsRefused() {
        assertThatThrownBy(() -> Treatments.of("forget everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forget everything");
        assertThatThrownBy(() -> Treatments.of("forget dev.sonde.Thing, as I say so"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected constant");
    }
}
