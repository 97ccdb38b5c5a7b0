package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

final class FixedDrawsTest {

    private static final String PAIR = Scenes.PAIR + Scenes.LIMIT;

    private static RunResult with(String draws) {
        return Scenes.run(PAIR + "draws: [" + draws + "]\n");
    }

    @Test
    void whatIsFixedDoesNotComeFromTheSeedAndTheRestDoes() {
        RunResult plain = Scenes.run(PAIR);
        RunResult least = with("{draw: ann/media/setup, value: 0}");
        RunResult beyond = with("{draw: ann/media/setup, value: 9000000000000000000}");

        assertThat(least.verdict()).isEqualTo(Verdict.HELD);
        assertThat(least.staleChoices()).isEmpty();
        assertThat(least.probes().get(0).openNanos())
                .isLessThan(plain.probes().get(0).openNanos());
        assertThat(beyond.probes().get(0).openNanos())
                .as("a value beyond the last one stands for the last one")
                .isGreaterThan(plain.probes().get(0).openNanos());
        assertThat(beyond.probes().get(0).createdNanos())
                .isEqualTo(plain.probes().get(0).createdNanos());
    }

    @Test
    void aDrawThatIsNeverMadeLeavesTheRunUndecided() {
        RunResult run = with("{draw: ann/media/setup, nth: 99, value: 0}");

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.staleChoices())
                .containsExactly("the draw 'ann/media/setup #99' was never made");
        assertThat(run.trace().digest()).isEqualTo(Scenes.run(PAIR).trace().digest());
    }
}
