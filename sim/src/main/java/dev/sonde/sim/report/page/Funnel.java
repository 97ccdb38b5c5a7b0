package dev.sonde.sim.report.page;

import dev.sonde.sim.outcome.PersonRow;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.report.html.Block;
import dev.sonde.sim.report.html.Block.Bar;
import dev.sonde.sim.report.html.Block.Bars;
import dev.sonde.sim.report.html.Tone;
import dev.sonde.sim.trace.Decimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many people and probes came how far, and why the others did not; of one run or of many
 * together.
 */
final class Funnel {

    private final Map<String, Long> unmatched = new TreeMap<>();
    private final Map<String, Long> notStarted = new TreeMap<>();
    private final Map<String, Long> notOpen = new TreeMap<>();
    private final Map<String, Long> notMeasured = new TreeMap<>();
    private long people;
    private long joined;
    private long matched;
    private long probes;
    private long started;
    private long opened;
    private long measured;
    private long overLimit;
    private boolean hasLimit;

    /** What the ends of people and probes mean, for those who do not know the words by heart. */
    private static String words(String end) {
        return switch (end) {
            case "left" -> "left by themselves";
            case "abandoned" -> "ran out of patience";
            case "lost" -> "connection lost for good";
            case "expired" -> "waiting time was over";
            case "shutdown" -> "server shut down";
            case "waiting" -> "still waiting at the end";
            case "never-joined" -> "never joined";
            case "unfinished" -> "cut off by the end of the run";
            default -> end;
        };
    }

    void add(RunResult run) {
        for (PersonRow person : run.people()) {
            add(person);
        }
        hasLimit |= !Double.isNaN(run.rttLimitMillis());
        for (ProbeRow probe : run.probes()) {
            add(probe, run.rttLimitMillis());
        }
    }

    private void add(PersonRow person) {
        people++;
        if (person.firstJoinNanos() < 0) {
            unmatched.merge("never-joined", 1L, Long::sum);
            return;
        }
        joined++;
        if (person.matchedNanos() >= 0) {
            matched++;
        } else {
            unmatched.merge(person.abandoned() ? "abandoned" : person.end(), 1L, Long::sum);
        }
    }

    private void add(ProbeRow probe, double limitMillis) {
        probes++;
        if (probe.startNanos() < 0) {
            notStarted.merge(probe.outcome(), 1L, Long::sum);
            return;
        }
        started++;
        if (probe.openNanos() < 0 && Double.isNaN(probe.rttMillis())) {
            notOpen.merge(probe.outcome(), 1L, Long::sum);
            return;
        }
        opened++;
        if (Double.isNaN(probe.rttMillis())) {
            notMeasured.merge(probe.outcome(), 1L, Long::sum);
            return;
        }
        measured++;
        if (probe.rttMillis() > limitMillis) {
            overLimit++;
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Bars(
                "People: how many were matched, and what became of the others.", ofPeople()));
        if (probes > 0) {
            blocks.add(new Bars(
                    "Probes: how many reached each stage, and why the others did not.",
                    ofProbes()));
        }
        return blocks;
    }

    private List<Bar> ofPeople() {
        List<Bar> bars = new ArrayList<>();
        bars.add(step("in the scenario", people, people));
        bars.add(step("joined", joined, people));
        bars.add(bar("matched", matched, people, Tone.GOOD, 0));
        causes(bars, unmatched, people);
        return bars;
    }

    private List<Bar> ofProbes() {
        List<Bar> bars = new ArrayList<>();
        bars.add(step("created", probes, probes));
        causes(bars, notStarted, probes);
        bars.add(step("both ready, started", started, probes));
        causes(bars, notOpen, probes);
        bars.add(step("connected", opened, probes));
        causes(bars, notMeasured, probes);
        bars.add(step("measured", measured, probes));
        if (hasLimit) {
            bars.add(bar("over the limit", overLimit, probes, Tone.DOUBT, 1));
            bars.add(bar("within the limit", measured - overLimit, probes, Tone.GOOD, 0));
        }
        return bars;
    }

    private static void causes(List<Bar> bars, Map<String, Long> causes, long all) {
        causes.forEach((cause, count) -> bars.add(bar(words(cause), count, all, Tone.DOUBT, 1)));
    }

    private static Bar step(String label, long count, long all) {
        return bar(label, count, all, Tone.PLAIN, 0);
    }

    private static Bar bar(String label, long count, long all, Tone tone, int depth) {
        String text = Decimals.grouped(count) + " · " + Say.percent(count, all);
        return new Bar(label, count, text, tone, depth);
    }
}
