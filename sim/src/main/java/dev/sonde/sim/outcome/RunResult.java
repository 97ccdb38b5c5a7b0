package dev.sonde.sim.outcome;

import dev.sonde.sim.trace.Trace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that came of one run. Equal for equal scenario, seed and version, on every machine.
 *
 * @param scenario its name
 * @param metrics those of its protocol, in the order in which they are printed
 * @param limitHit {@code events} or {@code simulated} if a limit ended the run, else null
 * @param lobbyFailure what the lobby under test threw, and where, in one line; it ended the run.
 *     Null if it did not, else the verdict is VIOLATED, though every claim may have held
 * @param claims every claim, always in the same order
 * @param events kernel events that ran
 * @param simulatedNanos when the last of them ran
 * @param untilNanos the scenario's {@code until}
 * @param rttLimitMillis the matchmaker's limit, NaN if none is set
 * @param matches in the order in which they formed
 * @param probes in the order in which they were created
 * @param people in the order of the scenario
 * @param waitingAtEnd people waiting at {@code until}
 * @param waitingMax most people waiting at once
 * @param queue how many people waited over time
 * @param most the most matches that were possible, if the run was asked for them
 * @param signalsCount signals that the lobby relayed
 * @param signalsBytes their sizes together
 * @param refusals what was refused, by wire name of the reason, only those seen, sorted
 * @param faultsWithoutEffect faults of the scenario that never took effect, in words
 * @param staleChoices choices of the scenario's schedule that could not be taken, in words; if
 *     there are any, this is not the run that was asked for, so its verdict is not HELD
 */
public record RunResult(
        String scenario,
        List<Metric> metrics,
        long seed,
        Verdict verdict,
        @Nullable String limitHit,
        @Nullable String lobbyFailure,
        List<ClaimResult> claims,
        long events,
        long simulatedNanos,
        long untilNanos,
        double rttLimitMillis,
        List<MatchRow> matches,
        List<ProbeRow> probes,
        List<PersonRow> people,
        long waitingAtEnd,
        long waitingMax,
        List<QueuePoint> queue,
        MostMatches most,
        long signalsCount,
        long signalsBytes,
        List<Counted> refusals,
        List<String> faultsWithoutEffect,
        List<String> staleChoices,
        Trace trace) {

    /** A name and how often it was seen. */
    public record Counted(String name, long count) {}

    public RunResult {
        metrics = List.copyOf(metrics);
        claims = List.copyOf(claims);
        matches = List.copyOf(matches);
        probes = List.copyOf(probes);
        queue = List.copyOf(queue);
        people = List.copyOf(people);
        refusals = List.copyOf(refusals);
        faultsWithoutEffect = List.copyOf(faultsWithoutEffect);
        staleChoices = List.copyOf(staleChoices);
    }

    /** What all claims together say. */
    public static Verdict verdict(List<ClaimResult> claims) {
        Verdict verdict = Verdict.HELD;
        for (ClaimResult claim : claims) {
            if (claim.verdict() == Verdict.VIOLATED) {
                return Verdict.VIOLATED;
            }
            if (claim.verdict() == Verdict.INCONCLUSIVE) {
                verdict = Verdict.INCONCLUSIVE;
            }
        }
        return verdict;
    }

    /** The same result of a run in which these choices, too, could not be taken. */
    public RunResult withStaleChoices(List<String> choices) {
        if (choices.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(staleChoices);
        all.addAll(choices);
        return new RunResult(
                scenario,
                metrics,
                seed,
                verdict == Verdict.VIOLATED ? verdict : Verdict.INCONCLUSIVE,
                limitHit,
                lobbyFailure,
                claims,
                events,
                simulatedNanos,
                untilNanos,
                rttLimitMillis,
                matches,
                probes,
                people,
                waitingAtEnd,
                waitingMax,
                queue,
                most,
                signalsCount,
                signalsBytes,
                refusals,
                faultsWithoutEffect,
                all,
                trace);
    }
}
