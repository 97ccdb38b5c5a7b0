package dev.sonde.sim.outcome;

import java.util.List;

/**
 * A run with its numbers, held against what its scenario expects.
 *
 * @param expectations the verdict, then whatever else the scenario expects
 * @param asExpected true if every expectation is met
 * @param wallNanos how long the run took by the clock on the wall; the only part that may differ
 *     between equal runs
 */
public record JudgedRun(
        RunResult result,
        Metrics metrics,
        List<Expectation> expectations,
        boolean asExpected,
        long wallNanos) {

    public JudgedRun {
        expectations = List.copyOf(expectations);
    }

    /** Holds a result against what was expected of it. */
    public static JudgedRun of(RunResult result, Expected expected, long wallNanos) {
        Metrics metrics = Metrics.of(result);
        List<Expectation> expectations = Expectations.judge(expected, result, metrics);
        boolean asExpected = expectations.stream().allMatch(Expectation::met);
        return new JudgedRun(result, metrics, expectations, asExpected, wallNanos);
    }
}
