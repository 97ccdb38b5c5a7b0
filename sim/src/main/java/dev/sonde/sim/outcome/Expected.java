package dev.sonde.sim.outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a scenario expects of its run.
 *
 * @param claim the claim that must be violated, null if none is named
 * @param matched groups that must have been matched with each other; others may be too
 * @param unmatched ids of people, or names of crowds, of whom nobody may be in a match that stood
 */
public record Expected(
        Verdict verdict,
        @Nullable String claim,
        List<List<String>> matched,
        List<String> unmatched,
        List<Comparison> metrics) {

    /** That all claims hold, and nothing in particular. */
    public static final Expected NOTHING =
            new Expected(Verdict.HELD, null, List.of(), List.of(), List.of());

    public Expected {
        matched = matched.stream().map(List::copyOf).toList();
        unmatched = List.copyOf(unmatched);
        metrics = List.copyOf(metrics);
    }

    /** True if many runs that violated these claims, and no others, came to what this says. */
    public boolean isMetBy(Set<String> violated) {
        if (verdict == Verdict.HELD) {
            return violated.isEmpty();
        }
        return claim == null ? !violated.isEmpty() : violated.contains(claim);
    }
}
