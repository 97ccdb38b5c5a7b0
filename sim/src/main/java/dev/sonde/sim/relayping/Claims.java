package dev.sonde.sim.relayping;

import dev.sonde.sim.explore.Attempt;
import dev.sonde.sim.outcome.ClaimKind;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.scenario.Vocabulary;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sentences that a run is held against, and which of them have turned out false. */
final class Claims {

    /** One sentence, by its name. */
    enum Claim {
        BOTH_READY("BothReady", "No ping before both members said ready for this very pair."),
        TWO_HALVES(
                "TwoHalves",
                "An estimate is the sum of both members' medians, of echoes to this pair's pings."),
        LIMIT("Limit", "A match has an estimate within the limit, and no other pair has one."),
        TERMINATES("Terminates", "No pair outlives its limits by more than timers may be late."),
        ONE_PAIR("OnePair", "Nobody is in two live pairs."),
        NO_GHOST("NoGhost", "Nobody who is gone is paired or matched."),
        ENDS_ONCE("EndsOnce", "A pair ends once, and is not heard of again."),
        MATCHED_ONCE("MatchedOnce", "Nobody is in two matches."),
        NO_LOST_WAKEUP(
                "NoLostWakeup",
                "In the end no two people wait who were not tried with each other.");

        final String word;
        final String says;

        Claim(String word, String says) {
            this.word = word;
            this.says = says;
        }

        private ClaimKind kind() {
            return this == NO_LOST_WAKEUP ? ClaimKind.END : ClaimKind.INVARIANT;
        }
    }

    private record Violation(long event, long atNanos, String why) {}

    private final Map<Claim, Violation> violations = new LinkedHashMap<>();

    /** All claims, as scenarios may name them. */
    static List<Vocabulary.Word> words() {
        return Stream.of(Claim.values())
                .map(claim -> new Vocabulary.Word(claim.word, claim.says))
                .toList();
    }

    /** A claim is false; the first time counts. */
    void fails(Claim claim, long event, long atNanos, String why) {
        violations.putIfAbsent(claim, new Violation(event, atNanos, why));
    }

    boolean isAnyViolated() {
        return !violations.isEmpty();
    }

    /**
     * Each claim, in a fixed order.
     *
     * @param cutShort true if the run did not come to its end
     */
    List<ClaimResult> results(boolean cutShort) {
        List<ClaimResult> results = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            results.add(result(claim, violations.get(claim), cutShort));
        }
        return results;
    }

    private static ClaimResult result(Claim claim, @Nullable Violation broken, boolean cutShort) {
        if (broken != null) {
            return new ClaimResult(
                    claim.word,
                    claim.kind(),
                    "effects",
                    Verdict.VIOLATED,
                    broken.event,
                    broken.atNanos,
                    broken.why);
        }
        boolean open = cutShort && claim.kind() == ClaimKind.END;
        return new ClaimResult(
                claim.word,
                claim.kind(),
                "effects",
                open ? Verdict.INCONCLUSIVE : Verdict.HELD,
                0,
                0,
                "");
    }

    /** What was violated, first things first. */
    List<Attempt.Failure> failures(long startNanos) {
        List<Attempt.Failure> failures = new ArrayList<>();
        violations.forEach((claim, broken) -> failures.add(new Attempt.Failure(
                claim.word, broken.event, broken.atNanos - startNanos, broken.why)));
        failures.sort(Comparator.comparingLong(Attempt.Failure::event));
        return failures;
    }
}
