package dev.sonde.sim.scenario;

import java.util.List;

/** What has to come out of the run. */
public record ExpectSection(
        @Key(
                value = "verdict",
                unset = "held",
                doc = "Whether all claims hold, or one is violated.",
                example = "violated")
        Verdict verdict,

        @Key(
                value = "claim",
                as = As.CLAIM,
                unset = Key.NONE,
                doc = "The claim that is violated, with `verdict: violated`.",
                example = "BothReady")
        String claim,

        @Key(
                value = "matched",
                as = As.PERSON,
                unset = Key.NONE,
                doc = "Groups that are matched with each other, in any order; others may be too.",
                example = "[[ann, bob]]")
        List<List<String>> matched,

        @Key(
                value = "unmatched",
                as = As.PERSON_OR_CROWD,
                unset = Key.NONE,
                doc = "People, or whole crowds, of whom nobody is matched.",
                example = "[far]")
        List<String> unmatched,

        @Key(
                value = "metrics",
                unset = Key.NONE,
                doc = "Bounds of metrics.",
                example = "{time-to-match.p95: \"< 90s\"}")
        List<Bound> metrics) {

    /** What a scenario without {@code expect} has. */
    public static final ExpectSection DEFAULT = Defaults.of(ExpectSection.class);

    /** What the claims say together. */
    public enum Verdict {
        HELD,
        VIOLATED
    }

    /**
     * @throws IllegalArgumentException if a violation names no claim, or a claim is named without
     *     one
     */
    public ExpectSection {
        matched = matched.stream().map(List::copyOf).toList();
        unmatched = List.copyOf(unmatched);
        metrics = List.copyOf(metrics);
        if (verdict == Verdict.VIOLATED && claim.isEmpty()) {
            throw new KeyException(
                    "verdict",
                    "a violation without its claim",
                    "add claim: and the claim that is violated");
        }
        if (verdict == Verdict.HELD && !claim.isEmpty()) {
            throw new KeyException(
                    "claim",
                    "a claim that is violated although all hold",
                    "write verdict: violated");
        }
        for (List<String> group : matched) {
            if (group.size() < 2 || group.stream().distinct().count() != group.size()) {
                throw new KeyException(
                        "matched",
                        "the group " + group + " is too small or names somebody twice",
                        "a group is two or more people");
            }
        }
    }
}
