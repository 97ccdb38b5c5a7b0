package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

/** The behaviour {@code slow-reader}, from the scenario down to the connection. */
class SlowReaderTest {

    private static final long READ_NANOS = 700_000_000L;

    @Test
    void slowReaderIsReadyLaterThanAQuickOneAndAllClaimsHold() {
        RunResult quick = Scenes.run(Scenes.PAIR + Scenes.LIMIT);
        RunResult slow = Scenes.run(
                Scenes.PAIR.replace("id: bob,", "id: bob, behaviour: slow-reader,") + Scenes.LIMIT);

        // Bob reads the state of the room before he reads that he is to prepare.
        assertThat(slow.probes().get(0).startNanos() - quick.probes().get(0).startNanos())
                .isBetween(READ_NANOS, 3 * READ_NANOS);
        assertThat(slow.verdict()).isEqualTo(Verdict.HELD);
    }
}
