package dev.sonde.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

@Timeout(30)
final class SecondThreadTest {

    @Test
    void doesOneWorkAfterAnotherOnOneOtherThread() {
        List<Integer> done = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        try (SecondThread second = new SecondThread()) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                second.hand(() -> {
                    done.add(number);
                    threads.add(Thread.currentThread().getName());
                });
            }
            second.await();

            assertThat(done).hasSize(100).isSorted();
            assertThat(threads).containsOnly("sonde-aside");
        }
    }

    @Test
    void whatTheWorkThrowsReachesTheOneWhoWaits() {
        try (SecondThread second = new SecondThread()) {
            second.hand(() -> {
                throw new ArithmeticException("by zero");
            });

            assertThatThrownBy(second::await)
                    .hasMessage("what is done beside a run failed")
                    .hasRootCauseMessage("by zero");
            second.await();
        }
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() {
        Semaphore endless = new Semaphore(0);
        try (SecondThread second = new SecondThread()) {
            second.hand(endless::acquireUninterruptibly);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> second.hand(() -> {})).hasMessage("the run was given up");
            assertThat(Thread.interrupted()).isTrue();
            endless.release();
        }
    }
}
