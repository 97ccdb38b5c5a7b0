package dev.sonde.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

final class AllocationTest {

    private static final RunLimits UNLIMITED = new RunLimits(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final int EVENTS = 2_000;
    private static final int SPELLS = 20;

    @Test
    void faithfulEventsAllocateNothing() {
        checkNothingAllocated(Kernel.timeFaithful(UNLIMITED));
    }

    @Test
    void adversarialEventsAllocateNothing() {
        checkNothingAllocated(Kernel.adversarial(UNLIMITED, new SecondSoonest(), 5));
    }

    /**
     * Goal: events, cancels, channels and whole runs after a reset make no garbage. The JVM itself
     * allocates a little while it compiles, so the quietest of several spells counts.
     */
    private static void checkNothingAllocated(Kernel kernel) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Busy busy = new Busy(kernel);
        long least = Long.MAX_VALUE;
        for (int spell = 0; spell < SPELLS; spell++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            busy.runFor(EVENTS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).as("bytes for %d events", EVENTS).isZero();
    }

    /** Keeps about ten events pending: each event posts one, sets a timer, and cancels it. */
    private static final class Busy implements EventHandler {

        private final Kernel kernel;
        private int channel;
        private long timer;

        Busy(Kernel kernel) {
            this.kernel = kernel;
        }

        void runFor(int events) {
            for (int done = 0; done < events; done += 100) {
                kernel.reset();
                channel = kernel.openChannel();
                timer = Kernel.NO_EVENT;
                for (int i = 0; i < 10; i++) {
                    kernel.timer(i, this, i, this);
                }
                for (int i = 0; i < 100; i++) {
                    kernel.step();
                }
            }
        }

        @Override
        public void handle(int what, @Nullable Object data) {
            long now = kernel.nowNanos();
            kernel.cancel(timer);
            timer = kernel.timer(now + 100, this, what, data);
            if (what % 5 == 0) {
                kernel.closeChannel(channel);
                channel = kernel.openChannel();
            }
            kernel.post(channel, now + what, now + 2L * what, this, what, data);
        }

        @Override
        public String describe(int what, @Nullable Object data) {
            return "event " + what;
        }
    }

    private static final class SecondSoonest implements Schedule {

        @Override
        public int pick(EnabledEvents enabled) {
            return Math.min(1, enabled.count() - 1);
        }

        @Override
        public long instant(long soonestNanos, long latestNanos) {
            return soonestNanos;
        }
    }
}
