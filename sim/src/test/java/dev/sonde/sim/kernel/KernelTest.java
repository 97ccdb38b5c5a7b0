package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class KernelTest {

    private final Kernel kernel = Kernel.timeFaithful(new RunLimits(1_000, 1_000));
    private final Log log = new Log().of(kernel);

    @Test
    void runsInOrderOfTimeAndThenOfSequence() {
        kernel.timer(20, log, 0, "late");
        kernel.timer(10, log, 0, "first");
        kernel.timer(10, log, 0, "second");
        kernel.timer(0, log, 0, "now");

        assertThat(kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(log.lines()).containsExactly("0 now", "10 first", "10 second", "20 late");
        assertThat(kernel.events()).isEqualTo(4);
        assertThat(kernel.nowNanos()).isEqualTo(20);
    }

    @Test
    void anEventDueInThePastRunsNowAndBehindWhatIsDueNow() {
        kernel.timer(10, then(() -> kernel.timer(3, log, 0, "overdue")), 0, null);
        kernel.timer(10, log, 0, "due");
        kernel.timer(11, log, 0, "next");

        kernel.run();

        assertThat(log.lines()).containsExactly("10 due", "10 overdue", "11 next");
    }

    @Test
    void timersAtReservedPlacesRunAsIfAllHadBeenSetAtOnce() {
        kernel.timer(10, log, 0, "before");
        long places = kernel.reserve(3);
        kernel.timer(10, log, 0, "after");
        kernel.timer(20, log, 0, "after the second");
        kernel.timerAt(
                places,
                10,
                then(() -> {
                    kernel.timer(20, log, 0, "last");
                    kernel.timerAt(places + 2, 20, log, 0, "third");
                    kernel.timerAt(places + 1, 10, log, 0, "second");
                }),
                0,
                null);

        kernel.run();

        assertThat(log.lines())
                .containsExactly(
                        "10 before",
                        "10 second",
                        "10 after",
                        "20 third",
                        "20 after the second",
                        "20 last");
    }

    @Test
    void aChannelKeepsItsOrderWhateverTheDelays() {
        int channel = kernel.openChannel();
        kernel.post(channel, 30, 30, log, 0, "slow");
        kernel.post(channel, 10, 10, log, 0, "quick");
        kernel.timer(20, log, 0, "timer");

        kernel.run();

        assertThat(log.lines()).containsExactly("20 timer", "30 slow", "30 quick");
    }

    @Test
    void aCancelledPredecessorHoldsNobodyBack() {
        int channel = kernel.openChannel();
        kernel.post(channel, 5, 5, log, 0, "head");
        long stalled = kernel.post(channel, 500, 500, log, 0, "stalled");
        assertThat(kernel.cancel(stalled)).isTrue();
        kernel.post(channel, 10, 10, log, 0, "notice");

        kernel.run();

        assertThat(log.lines()).containsExactly("5 head", "10 notice");
    }

    @Test
    void cancelIsExact() {
        long kept = kernel.timer(10, log, 0, "kept");
        long taken = kernel.timer(10, log, 0, "taken");

        assertThat(kernel.cancel(taken)).isTrue();
        assertThat(kernel.cancel(taken)).isFalse();
        long again = kernel.timer(10, log, 0, "in the same row");
        assertThat(kernel.cancel(taken)).isFalse();
        assertThat(kernel.pending()).isEqualTo(2);
        kernel.run();

        assertThat(log.lines()).containsExactly("10 kept", "10 in the same row");
        assertThat(kernel.cancel(kept)).isFalse();
        assertThat(kernel.cancel(again)).isFalse();
        assertThat(kernel.cancel(Kernel.NO_EVENT)).isFalse();
        assertThat(kernel.cancel(-1)).isFalse();
    }

    @Test
    void anEventMayCancelOthersAndNotItself() {
        long[] handles = new long[2];
        List<Boolean> answers = new ArrayList<>();
        handles[0] = kernel.timer(
                1,
                then(() -> {
                    answers.add(kernel.cancel(handles[0]));
                    answers.add(kernel.cancel(handles[1]));
                }),
                0,
                null);
        handles[1] = kernel.timer(1, log, 0, "cancelled");

        assertThat(kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(answers).containsExactly(false, true);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void anEventBeyondTheTimeLimitIsNotRunAndTheClockStays() {
        kernel.timer(1_000, log, 0, "at the limit");
        kernel.timer(1_001, log, 0, "beyond");

        assertThat(kernel.run()).isEqualTo(Kernel.End.TIME_LIMIT);
        assertThat(kernel.step()).isFalse();
        assertThat(log.lines()).containsExactly("1000 at the limit");
        assertThat(kernel.nowNanos()).isEqualTo(1_000);
        assertThat(kernel.pending()).isEqualTo(1);
    }

    @Test
    void theEventLimitEndsARunThatWouldNotEnd() {
        Kernel small = Kernel.timeFaithful(new RunLimits(3, 1_000));
        small.timer(1, again(small, 1), 0, null);

        assertThat(small.run()).isEqualTo(Kernel.End.EVENT_LIMIT);
        assertThat(small.events()).isEqualTo(3);
        assertThat(small.pending()).isEqualTo(1);
    }

    @Test
    void aRunThatEndsWithItsLastAllowedEventIsQuiet() {
        Kernel small = Kernel.timeFaithful(new RunLimits(1, 1_000));
        small.timer(1, log, 0, null);

        assertThat(small.run()).isEqualTo(Kernel.End.QUIET);
    }

    @Test
    void stopEndsTheRunAfterTheEventThatIsRunningAndTheNextRunGoesOn() {
        kernel.timer(1, then(kernel::stop), 0, null);
        kernel.timer(1, log, 0, "after");

        assertThat(kernel.run()).isEqualTo(Kernel.End.STOPPED);
        assertThat(log.lines()).isEmpty();
        assertThat(kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(log.lines()).containsExactly("1 after");
    }

    @Test
    void anEventThatThrowsHasHappenedAndTheNextOneCanRun() {
        kernel.timer(
                1,
                then(() -> {
                    throw new IllegalStateException("broken");
                }),
                0,
                null);
        kernel.timer(2, log, 0, "after");

        assertThatThrownBy(kernel::run).hasMessage("broken");
        assertThat(kernel.events()).isEqualTo(1);
        assertThat(kernel.pending()).isEqualTo(1);
        assertThat(kernel.run()).isEqualTo(Kernel.End.QUIET);
        assertThat(log.lines()).containsExactly("2 after");
    }

    @Test
    void aClosedChannelDeliversWhatIsInItAndOnlyThenGivesItsNumberAway() {
        int closing = kernel.openChannel();
        kernel.post(closing, 10, 10, log, 0, "last words");
        kernel.closeChannel(closing);

        assertThat(kernel.openChannel()).isNotEqualTo(closing);
        assertThatThrownBy(() -> kernel.post(closing, 11, 11, log, 0, "too late"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel 0 is not open; open one with openChannel()");
        assertThatThrownBy(() -> kernel.closeChannel(closing))
                .isInstanceOf(IllegalArgumentException.class);
        kernel.run();

        assertThat(log.lines()).containsExactly("10 last words");
        assertThat(kernel.openChannel()).isEqualTo(closing);
    }

    @Test
    void aWindowThatEndsBeforeItStartsIsRefused() {
        int channel = kernel.openChannel();

        assertThatThrownBy(() -> kernel.post(channel, 10, 9, log, 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the window from 10 to 9 ns ends before it starts");
    }

    private static EventHandler then(Runnable action) {
        return new EventHandler() {
            @Override
            public void handle(int what, @Nullable Object data) {
                action.run();
            }

            @Override
            public String describe(int what, @Nullable Object data) {
                return "then";
            }
        };
    }

    private static EventHandler again(Kernel kernel, long delayNanos) {
        return new EventHandler() {
            @Override
            public void handle(int what, @Nullable Object data) {
                kernel.timer(kernel.nowNanos() + delayNanos, this, what, data);
            }

            @Override
            public String describe(int what, @Nullable Object data) {
                return "again";
            }
        };
    }
}
