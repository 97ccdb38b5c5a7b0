package dev.sonde.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;

import org.junit.jupiter.api.Test;

/** Somebody whose link to the server loses everything. */
final class NothingGetsThroughTest {

    /** The page tries for ever, so nothing but a limit can end the run; nothing is claimed then. */
    @Test
    void theLimitOnSimulatedTimeEndsTheRunUndecided() {
        RunResult run = Scenes.run("""
                sonde: 1
                name: deaf
                limits: {simulated: 10m}
                network: {profiles: {lost: {to-server: "loss 100%"}}}
                people: [{id: ann, profile: lost}, {id: bob}]
                """);

        assertThat(run.limitHit()).isEqualTo("simulated");
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.claims()).noneMatch(claim -> claim.verdict() == Verdict.VIOLATED);
    }
}
