package dev.sonde.sim;

import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which probes of a run are told.
 *
 * @param isEverything true if nothing of the run is left out
 * @param probes by their places in the result, ascending
 * @param note what was left out, in a sentence; empty if nothing was
 */
record StoryChoice(boolean isEverything, List<Integer> probes, String note) {

    /** A list to choose from stays usable up to so many. */
    private static final int MOST_PROBES = 400;

    StoryChoice {
        probes = List.copyOf(probes);
    }

    /**
     * All if they fit; else of each outcome the same number as far as there are so many, spread
     * over the run.
     *
     * @param ofEntries the probe of each entry of the trace
     */
    static StoryChoice of(List<ProbeRow> probes, int[] ofEntries, int mostSteps) {
        if (ofEntries.length <= mostSteps && probes.size() <= MOST_PROBES) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < probes.size(); i++) {
                all.add(i);
            }
            return new StoryChoice(true, all, "");
        }
        int[] sizes = new int[probes.size()];
        for (int probe : ofEntries) {
            if (probe >= 0 && probe < sizes.length) {
                sizes[probe]++;
            }
        }
        Map<String, List<Integer>> byOutcome = new TreeMap<>();
        for (int i = 0; i < probes.size(); i++) {
            byOutcome
                    .computeIfAbsent(probes.get(i).outcome(), key -> new ArrayList<>())
                    .add(i);
        }
        int each = MOST_PROBES / Math.max(1, byOutcome.size());
        List<List<Integer>> spread =
                byOutcome.values().stream().map(places -> spread(places, each)).toList();
        List<Integer> chosen = fitting(spread, each, sizes, mostSteps);
        chosen.sort(null);
        return new StoryChoice(
                false,
                chosen,
                "Of " + Decimals.grouped(probes.size()) + " probes " + chosen.size()
                        + " are here: some of each outcome, spread over the run. "
                        + "`--trace` writes every step of all.");
    }

    private static List<Integer> fitting(
            List<List<Integer>> byOutcome, int each, int[] sizes, int mostSteps) {
        List<Integer> chosen = new ArrayList<>();
        long steps = 0;
        for (int round = 0; round < each; round++) {
            for (List<Integer> places : byOutcome) {
                if (round < places.size() && steps + sizes[places.get(round)] <= mostSteps) {
                    chosen.add(places.get(round));
                    steps += sizes[places.get(round)];
                }
            }
        }
        return chosen;
    }

    /** At most so many, evenly from all, both ends included. */
    private static List<Integer> spread(List<Integer> places, int most) {
        if (places.size() <= most) {
            return places;
        }
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int at = most == 1 ? 0 : (int) ((long) i * (places.size() - 1) / (most - 1));
            chosen.add(places.get(at));
        }
        return chosen;
    }
}
