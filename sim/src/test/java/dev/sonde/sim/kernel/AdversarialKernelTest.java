package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class AdversarialKernelTest {

    private static final RunLimits LIMITS = new RunLimits(100, 1_000);

    private final List<String> asked = new ArrayList<>();

    @Test
    void noTimerIsHiddenFromTheScheduleAtAReservedPlace() {
        Kernel kernel = Kernel.adversarial(LIMITS, new Last(), 5);

        assertThatThrownBy(() -> kernel.timerAt(kernel.reserve(1), 10, new Log().of(kernel), 0, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a schedule has to know of all timers");
    }

    @Test
    void onlyTheHeadOfAChannelMayRunAndTimersMayBeLate() {
        Kernel kernel = Kernel.adversarial(LIMITS, new Last(), 5);
        Log log = new Log().of(kernel);
        int channel = kernel.openChannel();
        kernel.timer(10, log, 0, "timer");
        kernel.post(channel, 2, 20, log, 0, "first");
        kernel.post(channel, 0, 8, log, 0, "second");
        kernel.timer(16, log, 0, "far timer");

        assertThat(kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(asked)
                .containsExactly(
                        "timer [10, 15], first [2, 20]",
                        "2..15",
                        "timer [10, 15], second [2, 20]",
                        "15..15",
                        "timer [10, 15]",
                        "15..15",
                        "far timer [16, 21]",
                        "16..21");
        assertThat(log.lines())
                .containsExactly("15 first", "15 second", "15 timer", "21 far timer");
    }

    @Test
    void whatMayWaitForEverRunsByTheEndOfTheRunsTime() {
        Kernel kernel = Kernel.adversarial(LIMITS, new Last(), 5);
        Log log = new Log().of(kernel);
        kernel.post(kernel.openChannel(), 3, Kernel.NEVER, log, 0, "stalled");
        kernel.timer(1_001, log, 0, "beyond");

        assertThat(kernel.run()).isEqualTo(Kernel.End.TIME_LIMIT);
        assertThat(log.lines()).containsExactly("1000 stalled");
        assertThat(kernel.nowNanos()).isEqualTo(1_000);
    }

    @Test
    void aTimerThatIsLateByAnyTimeNeverComesTooLate() {
        Kernel kernel = Kernel.adversarial(LIMITS, new Last(), Long.MAX_VALUE);
        Log log = new Log().of(kernel);
        kernel.timer(7, log, 0, "timer");

        kernel.visitPending((handle, channel, earliestIn, latestIn, handler, what, data) ->
                assertThat(latestIn).isEqualTo(Kernel.NEVER));
        kernel.run();

        assertThat(log.lines()).containsExactly("1000 timer");
    }

    @Test
    void aScheduleThatPicksNobodyIsNamed() {
        Kernel kernel = Kernel.adversarial(LIMITS, new Fixed(1, 0), 5);
        kernel.timer(10, new Log(), 0, null);

        assertThatThrownBy(kernel::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the schedule picked event 1 of the enabled ones; expected 0 to 0");
        assertThat(kernel.pending()).isEqualTo(1);
        assertThat(kernel.events()).isZero();
    }

    @Test
    void aScheduleThatLeavesTheWindowIsNamed() {
        for (long instant : new long[] {9, 16}) {
            Kernel kernel = Kernel.adversarial(LIMITS, new Fixed(0, instant), 5);
            kernel.timer(10, new Log(), 0, "timer");

            assertThatThrownBy(kernel::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the schedule chose the instant " + instant
                            + " ns for 'timer'; expected 10 to 15 ns");
        }
    }

    @Test
    void aNegativeLatenessIsRefused() {
        assertThatThrownBy(() -> Kernel.adversarial(LIMITS, new Last(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a timer is late by 0 ns or more, not by -1 ns");
    }

    /** Takes the youngest event at its latest instant, and writes down what it was asked. */
    private final class Last implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            List<String> events = new ArrayList<>();
            for (int i = 0; i < enabled.count(); i++) {
                events.add(enabled.describe(i) + " [" + enabled.earliestNanos(i) + ", "
                        + enabled.latestNanos(i) + "]");
            }
            asked.add(String.join(", ", events));
            return enabled.count() - 1;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            asked.add(soonestNanos + ".." + latestNanos);
            return latestNanos;
        }
    }

    private record Fixed(int index, long instant) implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            return index;
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return instant;
        }
    }
}
