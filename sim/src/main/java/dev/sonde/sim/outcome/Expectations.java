package dev.sonde.sim.outcome;

import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what a scenario expects against what came of its run. */
final class Expectations {

    private static final String NO_DATA = "no data";

    private Expectations() {}

    /**
     * One entry for each thing expected: verdict, claim, matched, unmatched, metrics. That the
     * lobby under test does not fail, and that every choice of a schedule can be taken, everybody
     * expects; they have entries only if it is not so.
     */
    static List<Expectation> judge(Expected expected, RunResult run, Metrics metrics) {
        List<Expectation> entries = new ArrayList<>();
        entries.add(new Expectation(
                "verdict",
                expected.verdict().name(),
                run.verdict().name(),
                expected.verdict() == run.verdict()));
        if (run.lobbyFailure() != null) {
            entries.add(new Expectation("under-test", "does not fail", run.lobbyFailure(), false));
        }
        for (String choice : run.staleChoices()) {
            entries.add(new Expectation("schedule", "each choice can be taken", choice, false));
        }
        if (expected.claim() != null) {
            entries.add(claim(expected.claim(), run));
        }
        matched(expected, run, entries);
        unmatched(expected, run, entries);
        for (Comparison comparison : expected.metrics()) {
            entries.add(metric(comparison, metrics.value(comparison.metric())));
        }
        return entries;
    }

    private static Expectation claim(String name, RunResult run) {
        String actual = "there is no such claim";
        boolean met = false;
        for (ClaimResult claim : run.claims()) {
            if (claim.name().equals(name)) {
                actual = name + ' ' + claim.verdict();
                met = claim.verdict() == Verdict.VIOLATED;
            }
        }
        return new Expectation("claim", name + ' ' + Verdict.VIOLATED, actual, met);
    }

    private static void matched(Expected expected, RunResult run, List<Expectation> entries) {
        if (expected.matched().isEmpty()) {
            return;
        }
        Map<String, List<String>> groupOf = new LinkedHashMap<>();
        for (MatchRow match : run.matches()) {
            if (!match.cancelled()) {
                match.members().forEach(member -> groupOf.put(member, match.members()));
            }
        }
        for (List<String> members : expected.matched()) {
            List<String> group = members.stream().sorted().toList();
            Set<List<String>> actual = new LinkedHashSet<>();
            for (String member : group) {
                actual.add(groupOf.getOrDefault(member, List.of()));
            }
            boolean met = actual.size() == 1 && actual.contains(group);
            entries.add(new Expectation("matched", group.toString(), words(actual), met));
        }
    }

    private static String words(Set<List<String>> groups) {
        List<String> words = new ArrayList<>();
        for (List<String> group : groups) {
            if (!group.isEmpty()) {
                words.add(group.toString());
            }
        }
        return words.isEmpty() ? "not matched" : String.join(" ", words);
    }

    private static void unmatched(Expected expected, RunResult run, List<Expectation> entries) {
        for (String name : expected.unmatched()) {
            long people = 0;
            long matched = 0;
            for (PersonRow person : run.people()) {
                if (person.id().equals(name) || person.group().equals(name)) {
                    people++;
                    matched += person.matchedNanos() >= 0 ? 1 : 0;
                }
            }
            entries.add(new Expectation(
                    "unmatched",
                    name,
                    matched == 0 ? name : matched + " of " + people + " matched",
                    matched == 0));
        }
    }

    private static Expectation metric(Comparison comparison, Metrics.Value value) {
        return new Expectation(
                "metrics." + comparison.metric(),
                comparison.text(),
                value.hasData() ? text(value) : NO_DATA,
                comparison.isMetBy(value.number()));
    }

    private static String text(Metrics.Value value) {
        return switch (value.metric().unit()) {
            case MILLISECONDS -> Decimals.text(value.number()) + "ms";
            case SHARE -> Decimals.text(value.number() * 100) + '%';
            case COUNT, BYTES, RATIO -> Decimals.text(value.number());
        };
    }
}
