package dev.sonde.sim.outcome;

import dev.sonde.sim.oracle.Verdict;

import java.util.List;

/**
 * A run with its numbers, held against what its scenario expects.
 *
 * @param expectations one for each thing that the scenario's {@code expect} states, in its order
 * @param asExpected true if the verdict is the expected one and every expectation is met
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
        Verdict wanted = expected.verdict() == null ? Verdict.HELD : expected.verdict();
        boolean asExpected =
                result.verdict() == wanted && expectations.stream().allMatch(Expectation::met);
        return new JudgedRun(result, metrics, expectations, asExpected, wallNanos);
    }
}
