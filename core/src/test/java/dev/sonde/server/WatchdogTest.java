package dev.sonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.lobby.EffectSink;
import dev.sonde.lobby.Input;
import dev.sonde.lobby.LobbyUnderTest;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;

/** A pool that does not come back from a step is told of. */
class WatchdogTest {

    /** Stands still at the first message until it is let go. */
    private static final class Sleeper implements LobbyUnderTest {

        private final CountDownLatch isAwake = new CountDownLatch(1);

        @Override
        public void accept(long nowNanos, Input input, EffectSink effects) {
            if (input instanceof Input.Receive) {
                try {
                    isAwake.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public long nextDeadlineNanos() {
            return NO_DEADLINE;
        }
    }

    @Test
    void stuckPoolIsToldOnceWithItsPlaceAndItsEnd() {
        Sleeper lobby = new Sleeper();
        ServerConfig.ConnectionLimits quick =
                new ServerConfig.ConnectionLimits(100, 8_000, 20_000, 100);
        try (TestServer server = TestServer.around(lobby, EnumSet.allOf(Guard.class), quick)) {
            String stuck = "sonde_loop_stuck{pool=\"default\"}";
            TestClient ann = server.client("ann");
            assertThat(server.metric(stuck)).isZero();

            ann.emit("leave", "{}");
            server.awaitMetric(stuck, 1);
            server.awaitLog("loop-stuck");
            lobby.isAwake.countDown();
            server.awaitMetric(stuck, 0);
            server.awaitLog("loop-goes-on");

            assertThat(server.log)
                    .filteredOn(line -> line.contains("loop-stuck"))
                    .singleElement()
                    .asString()
                    .contains("\"pool\":\"default\"")
                    .contains("Sleeper.accept");
        }
    }
}
