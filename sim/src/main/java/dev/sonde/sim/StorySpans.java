package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.trace.Story;
import dev.sonde.sim.trace.TraceEntry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went on for a while: waiting, being probed, being connected. */
final class StorySpans {

    private final RunResult run;
    private final List<TraceEntry> entries;
    private final Map<String, Integer> lanes;
    private final List<Story.Span> spans = new ArrayList<>();

    StorySpans(RunResult run, List<TraceEntry> entries, Map<String, Integer> lanes) {
        this.run = run;
        this.entries = entries;
        this.lanes = lanes;
    }

    /** Those of the lanes, up to the last entry; of probes, those of the numbers given. */
    List<Story.Span> spans(Collection<Integer> probes) {
        waiting();
        for (int number : probes) {
            ProbeRow probe = run.probes().get(number);
            for (String member : List.of(probe.memberA(), probe.memberB())) {
                span(member, Story.Stage.PROBE, probe.createdNanos(), end(probe));
                if (probe.openNanos() >= 0 && probe.openNanos() <= endNanos()) {
                    span(member, Story.Stage.CONNECTED, probe.openNanos(), end(probe));
                }
            }
        }
        spans.sort(Comparator.comparingLong(Story.Span::fromNanos));
        return spans;
    }

    private long end(ProbeRow probe) {
        return probe.endNanos() < 0 ? endNanos() : Math.min(probe.endNanos(), endNanos());
    }

    private long endNanos() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).atNanos();
    }

    private void waiting() {
        Map<String, Long> since = new LinkedHashMap<>();
        for (TraceEntry entry : entries) {
            if (entry.what() instanceof Effect.StayOpened opened) {
                since.put(opened.subject().value(), entry.atNanos());
            } else if (entry.what() instanceof Effect.StayClosed closed) {
                String who = closed.subject().value();
                Long from = since.remove(who);
                if (from != null) {
                    span(who, Story.Stage.WAITING, from, entry.atNanos());
                }
            }
        }
        since.forEach((who, from) -> span(who, Story.Stage.WAITING, from, endNanos()));
    }

    private void span(String who, Story.Stage stage, long fromNanos, long toNanos) {
        Integer lane = lanes.get(who);
        if (lane != null) {
            spans.add(new Story.Span(lane, stage, fromNanos, toNanos));
        }
    }
}
