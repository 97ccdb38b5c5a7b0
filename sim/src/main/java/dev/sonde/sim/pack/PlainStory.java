package dev.sonde.sim.pack;

import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.Story;
import dev.sonde.sim.trace.TraceEntry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A recorded run as it stands in its trace: what arrived, what was decided, what people did, what
 * went wrong. For protocols that tell nothing more of themselves.
 */
final class PlainStory {

    private static final String SERVER = "server";
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 90;

    private PlainStory() {}

    /** Tells a run up to an event, and with it: one chapter. */
    static Story of(RunResult run, long upToEvent, int mostSteps) {
        Lexicon lexicon = run.trace().lexicon();
        Map<String, Integer> lanes = new LinkedHashMap<>();
        lanes.put(SERVER, Story.SERVER);
        List<Story.Step> steps = new ArrayList<>();
        for (TraceEntry entry : run.trace().entries()) {
            if (entry.event() > upToEvent || steps.size() >= mostSteps || !isTold(entry)) {
                continue;
            }
            steps.add(new Story.Step(
                    entry.event(),
                    entry.atNanos(),
                    entry.atNanos(),
                    kind(entry.kind()),
                    lane(lanes, entry.from()),
                    isMessage(entry) ? lane(lanes, entry.to()) : Story.NONE,
                    lexicon.label(entry.what()),
                    Story.NONE));
        }
        return new Story(
                List.copyOf(lanes.keySet()),
                List.of(new Story.Chapter("The whole run", List.of())),
                steps,
                List.of(),
                steps.size() < mostSteps ? "" : "Only the first " + mostSteps + " steps are told.");
    }

    private static int lane(Map<String, Integer> lanes, String name) {
        Integer lane = lanes.putIfAbsent(name, lanes.size());
        return lane == null ? lanes.size() - 1 : lane;
    }

    /** What came in from somebody, or arrived at somebody. */
    private static boolean isMessage(TraceEntry entry) {
        return (entry.kind() == TraceEntry.Kind.DELIVER || entry.kind() == TraceEntry.Kind.INPUT)
                && !entry.to().isEmpty();
    }

    private static boolean isTold(TraceEntry entry) {
        return entry.kind() != TraceEntry.Kind.SEND;
    }

    private static Story.Kind kind(TraceEntry.Kind kind) {
        return switch (kind) {
            case SEND, DELIVER, INPUT -> Story.Kind.MESSAGE;
            case EFFECT -> Story.Kind.DECISION;
            case PERSON -> Story.Kind.PERSON;
            case MEDIA -> Story.Kind.MEDIA;
            case NETWORK, FAULT -> Story.Kind.FAULT;
        };
    }

    /** The last steps up to the violation of a claim, or to the end if it is not violated. */
    static String diagram(RunResult run, String claim) {
        long last = run.events();
        String why = "";
        for (ClaimResult result : run.claims()) {
            if (result.name().equals(claim) && result.verdict() == Verdict.VIOLATED) {
                last = result.event();
                why = result.why();
            }
        }
        Lexicon lexicon = run.trace().lexicon();
        Set<String> people = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (TraceEntry entry : run.trace().entries()) {
            if (entry.event() > last || !isTold(entry)) {
                continue;
            }
            String words = cut(lexicon.label(entry.what()));
            String whose =
                    entry.kind() == TraceEntry.Kind.FAULT || entry.kind() == TraceEntry.Kind.NETWORK
                            ? entry.to()
                            : entry.from();
            String from = whose.isEmpty() ? SERVER : whose;
            people.add(from);
            if (isMessage(entry)) {
                people.add(entry.to());
                lines.add("    " + from + "->>" + entry.to() + ": " + words);
            } else {
                String kind = kind(entry.kind()).name().toLowerCase(Locale.ROOT);
                lines.add("    Note over " + from + ": " + kind + ": " + words);
            }
        }
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        people.remove(SERVER);
        text.append("    participant " + SERVER + "\n");
        people.forEach(person -> text.append("    participant ").append(person).append('\n'));
        lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())
                .forEach(line -> text.append(line).append('\n'));
        if (!why.isEmpty()) {
            text.append("    Note over " + SERVER + ": ").append(claim).append(": ");
            text.append(cut(why)).append('\n');
        }
        return text.toString();
    }

    /** Mermaid ends a line at a semicolon, and takes a hash for an entity. */
    private static String cut(String words) {
        String plain = words.replace(';', ',').replace('#', ' ').replace('\n', ' ');
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
