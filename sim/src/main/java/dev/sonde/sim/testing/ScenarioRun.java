package dev.sonde.sim.testing;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Expectation;
import dev.sonde.sim.outcome.JudgedRun;
import dev.sonde.sim.outcome.MatchRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of a scenario, and what a test says of it. Every check throws an {@link AssertionError}
 * that names the seed and the command that shows the run again; each returns this run, so checks
 * are written one after the other.
 */
public final class ScenarioRun {

    private final Bench bench;
    private final JudgedRun judged;

    ScenarioRun(Bench bench, JudgedRun judged) {
        this.bench = bench;
        this.judged = judged;
    }

    /**
     * Runs a scenario with its own seed, against its own lobby under test.
     *
     * @throws IllegalArgumentException if the lobby or the matchmaker cannot be found, or two
     *     people have one id
     */
    public static ScenarioRun of(Scenario scenario) {
        return Bench.of(scenario).run(scenario.seed());
    }

    /** Everything that came of the run. */
    public RunResult result() {
        return judged.result();
    }

    /** The scenario, as it was run: with this seed, and this lobby under test. */
    public Scenario scenario() {
        return bench.scenario().withSeed(seed());
    }

    public long seed() {
        return result().seed();
    }

    /** The members of each match that was not cancelled, sorted. */
    public List<List<String>> matches() {
        return result().matches().stream()
                .filter(match -> !match.cancelled())
                .map(MatchRow::members)
                .toList();
    }

    /**
     * A metric in its own unit: milliseconds, a share of 1, or a count. NaN without data.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public double metric(String name) {
        return judged.metrics().number(name);
    }

    /** Every claim held, the lobby did not fail, and no limit ended the run. */
    public ScenarioRun held() {
        if (result().verdict() != Verdict.HELD) {
            throw failure(verdict());
        }
        return this;
    }

    /** This claim is violated; others may be too. */
    public ScenarioRun violated(String claim) {
        boolean known = result().claims().stream().anyMatch(it -> it.name().equals(claim));
        if (!known) {
            throw new IllegalArgumentException("there is no claim " + claim);
        }
        if (violations().noneMatch(it -> it.name().equals(claim))) {
            throw failure("expected " + claim + " to be violated, but " + verdict());
        }
        return this;
    }

    /** These people, and nobody else, were matched with each other. */
    public ScenarioRun matched(String... members) {
        List<String> expected = Stream.of(members).sorted().toList();
        if (!matches().contains(expected)) {
            throw failure("expected a match of " + expected + ", but there is "
                    + (matches().isEmpty() ? "none" : matches()));
        }
        return this;
    }

    /** Whatever the scenario expects came true. */
    public ScenarioRun asExpected() {
        if (judged.asExpected()) {
            return this;
        }
        List<String> missed = new ArrayList<>();
        for (Expectation each : judged.expectations()) {
            if (!each.met()) {
                boolean isVerdict = each.what().equals("verdict");
                missed.add(
                        isVerdict && each.expected().equals(Verdict.HELD.name())
                                ? verdict()
                                : "expected " + each.what() + " " + each.expected() + ", but was "
                                        + each.actual());
            }
        }
        throw failure(String.join("\n  ", missed));
    }

    /** What is wrong with the run, or that nothing is. */
    private String verdict() {
        RunResult result = result();
        if (result.lobbyFailure() != null) {
            return "the lobby under test failed: " + result.lobbyFailure();
        }
        if (result.verdict() == Verdict.INCONCLUSIVE) {
            return "inconclusive: the limit '" + result.limitHit() + "' ended the run";
        }
        List<String> words = violations().map(ScenarioRun::words).toList();
        return words.isEmpty() ? "every claim held" : String.join("\n  ", words);
    }

    private Stream<ClaimResult> violations() {
        return result().claims().stream()
                .filter(claim -> claim.verdict() == Verdict.VIOLATED)
                .sorted((one, other) -> Long.compare(one.event(), other.event()));
    }

    private static String words(ClaimResult claim) {
        return claim.name() + " is violated at event " + claim.event() + ", "
                + Decimals.millis(claim.atNanos()) + " ms: " + claim.why();
    }

    private ScenarioFailure failure(String what) {
        return new ScenarioFailure(
                result().scenario() + " with seed " + seed() + ": " + what + evidence());
    }

    /** Writes the scenario and the trace, and says in a few lines where they are. */
    String evidence() {
        return bench.evidence(this);
    }
}
