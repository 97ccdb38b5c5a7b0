package dev.sonde.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.kernel.RunLimits;
import dev.sonde.sim.kernel.SeededChoices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;

/** What happens for each packet allocates nothing, once tables and rings are there. */
class HotPathTest {

    private static final int ROUNDS = 20_000;

    /** Room for what the JVM itself allocates meanwhile: far less than a byte a round. */
    private static final long SLACK_BYTES = ROUNDS / 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay 40ms",
                "delay 40ms 8ms",
                "delay 40ms 8ms distribution gamma loss 1% burst 3",
                "delay 40ms 8ms 30% distribution gamma rate 10mbit"
            })
    void delayOfAPacketAllocatesNothing(String text) {
        Link link = new Link(LinkSpec.parse(text), new SeededChoices(1), "ann", "to-server");
        long[] sum = new long[1];
        Runnable round = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                sum[0] += link.delayNanos(i * 1_000_000L, 100);
            }
        };

        assertThat(leastBytesAllocatedBy(round)).isLessThan(SLACK_BYTES);
        assertThat(sum[0]).isPositive();
    }

    @Test
    void sendingAndDeliveringAllocatesNothing() {
        Counter counter = new Counter();
        Kernel kernel = Kernel.timeFaithful(RunLimits.DEFAULT);
        Signalling signalling = new Signalling(
                kernel,
                new SeededChoices(1),
                SignallingSettings.DEFAULT,
                counter,
                NetworkListener.NONE);
        signalling.addPerson("ann", Presets.home());
        SignallingConnection ann = signalling.open("ann", counter);
        kernel.run();
        Runnable round = () -> {
            for (int i = 0; i < ROUNDS; i++) {
                ann.sendToServer("x", 100);
                ann.sendToClient("y", 100);
                kernel.step();
                kernel.step();
            }
        };

        assertThat(leastBytesAllocatedBy(round)).isLessThan(SLACK_BYTES);
        assertThat(counter.received).isGreaterThanOrEqualTo(2L * ROUNDS);
    }

    /** The least of several tries: the first ones fill tables and are compiled. */
    private static long leastBytesAllocatedBy(Runnable round) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static final class Counter implements ClientEnd, ServerEnd {

        long received;

        @Override
        public void opened() {}

        @Override
        public void received(Object message) {
            received++;
        }

        @Override
        public void closed(CloseCause cause) {}

        @Override
        public void opened(SignallingConnection connection) {}

        @Override
        public void received(SignallingConnection connection, Object message) {
            received++;
        }

        @Override
        public void heard(SignallingConnection connection) {}

        @Override
        public void closed(SignallingConnection connection, CloseCause cause) {}
    }
}
