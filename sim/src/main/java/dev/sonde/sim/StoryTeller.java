package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ServerMessage;
import dev.sonde.sim.outcome.ClaimResult;
import dev.sonde.sim.outcome.ProbeRow;
import dev.sonde.sim.outcome.RunResult;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.trace.Lexicon;
import dev.sonde.sim.trace.Story;
import dev.sonde.sim.trace.TraceEntry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a recorded run as a {@link Story}: the whole run and each probe where that is not too much,
 * else probes of each outcome, spread over the run.
 */
public final class StoryTeller {

    /** Everybody at once is readable up to so many people. */
    private static final int MOST_LANES = 12;

    private final RunResult run;
    private final Lexicon lexicon;
    private final List<TraceEntry> entries;
    private final boolean isCut;
    private final long lastEvent;
    private final StoryProbes probes;
    private final StoryChoice choice;
    private final Map<String, Integer> lanes = new LinkedHashMap<>();
    private final List<Story.Chapter> chapters = new ArrayList<>();
    private final Map<Integer, Integer> chapterOfProbe = new LinkedHashMap<>();
    private final Map<String, Deque<Long>> inFlight = new LinkedHashMap<>();
    private final List<Story.Step> steps = new ArrayList<>();

    private StoryTeller(RunResult run, long lastEvent, int mostSteps) {
        this.run = run;
        lexicon = run.trace().lexicon();
        entries = run.trace().entries().stream()
                .takeWhile(entry -> entry.event() <= lastEvent)
                .toList();
        this.lastEvent = lastEvent;
        isCut = lastEvent < run.events();
        probes = new StoryProbes(entries);
        choice = StoryChoice.of(run.probes(), probes.ofEntries(), mostSteps);
    }

    /**
     * Tells a run.
     *
     * @param run with its trace recorded
     * @param mostSteps about how many steps may be told
     */
    public static Story of(RunResult run, int mostSteps) {
        return new StoryTeller(run, run.events(), mostSteps).tell();
    }

    /** Tells a run up to an event, and with it. */
    public static Story upTo(long event, RunResult run, int mostSteps) {
        return new StoryTeller(run, event, mostSteps).tell();
    }

    private Story tell() {
        lanes.put(Chronicle.SERVER, Story.SERVER);
        boolean withWhole = choice.isEverything() && run.people().size() < MOST_LANES;
        if (withWhole) {
            run.people().forEach(person -> lane(person.id()));
        }
        if (withWhole || choice.probes().isEmpty()) {
            chapters.add(new Story.Chapter("The whole run", List.of()));
        }
        for (int number : choice.probes()) {
            if (number >= probes.count()) {
                break; // it begins after the story's end
            }
            ProbeRow probe = run.probes().get(number);
            chapterOfProbe.put(number, chapters.size());
            chapters.add(new Story.Chapter(
                    StoryWords.title(number + 1, probe),
                    List.of(lane(probe.memberA()), lane(probe.memberB()))));
        }
        for (int i = 0; i < entries.size(); i++) {
            if (isTold(i)) {
                add(entries.get(i), chapter(i));
            }
        }
        addWhatNeverArrived();
        addViolations();
        steps.sort(Comparator.comparingLong(Story.Step::atNanos));
        return new Story(
                List.copyOf(lanes.keySet()),
                chapters,
                steps,
                new StorySpans(run, entries, lanes).spans(chapterOfProbe.keySet()),
                choice.note());
    }

    private boolean isTold(int entry) {
        int probe = probes.of(entry);
        return choice.isEverything()
                || chapterOfProbe.containsKey(probe)
                || (entries.get(entry).kind() == TraceEntry.Kind.FAULT && probe == Story.NONE);
    }

    private int chapter(int entry) {
        return chapterOfProbe.getOrDefault(probes.of(entry), Story.NONE);
    }

    private int lane(String name) {
        Integer lane = lanes.putIfAbsent(name, lanes.size());
        return lane == null ? lanes.size() - 1 : lane;
    }

    private void add(TraceEntry entry, int chapter) {
        String words = lexicon.label(entry.what());
        switch (entry.kind()) {
            case INPUT -> input(entry, words, chapter);
            case EFFECT -> effect(entry, words, chapter);
            case DELIVER -> {
                long sent = took(entry.to(), entry.what(), entry.atNanos());
                Story.Kind kind = StoryWords.kind(entry.what());
                int to = lane(entry.to());
                step(entry, sent, kind, Story.SERVER, to, words, chapter);
            }
            case NETWORK -> network(entry, words, chapter);
            case FAULT -> {
                boolean known = !entry.to().isEmpty() && !entry.to().equals(Chronicle.SERVER);
                note(entry, Story.Kind.FAULT, known ? lane(entry.to()) : 0, words, chapter);
            }
            case MEDIA ->
                note(entry, StoryWords.ofMedia(words), lane(entry.from()), words, chapter);
            case PERSON -> note(entry, Story.Kind.PERSON, lane(entry.from()), words, chapter);
            case SEND ->
                step(
                        entry,
                        entry.atNanos(),
                        StoryWords.kind(entry.what()),
                        lane(entry.from()),
                        Story.SERVER,
                        words,
                        chapter);
        }
    }

    private void input(TraceEntry entry, String words, int chapter) {
        String who = probes.speaker(entry.what());
        if (!who.isEmpty() && !(entry.what() instanceof Input.Heard)) {
            Story.Kind kind = StoryWords.kind(entry.what());
            step(entry, entry.atNanos(), kind, lane(who), Story.SERVER, words, chapter);
        } else if (entry.what() instanceof Input.Shutdown) {
            note(entry, Story.Kind.FAULT, Story.SERVER, words, chapter);
        }
    }

    private void effect(TraceEntry entry, String words, int chapter) {
        if (entry.what() instanceof Effect.Send send) {
            inFlight.computeIfAbsent(
                            flight(send.subject().value(), send.message()),
                            key -> new ArrayDeque<>())
                    .add(entry.atNanos());
        } else {
            note(entry, Story.Kind.DECISION, Story.SERVER, words, chapter);
        }
    }

    private void network(TraceEntry entry, String words, int chapter) {
        boolean up = entry.to().equals(Chronicle.SERVER);
        boolean down = entry.from().equals(Chronicle.SERVER);
        if (down && entry.what() instanceof Chronicle.Lost lost) {
            took(entry.to(), lost.message(), entry.atNanos());
        }
        if (up || down) {
            int from = up ? lane(entry.from()) : Story.SERVER;
            int to = up ? Story.SERVER : lane(entry.to());
            step(entry, entry.atNanos(), Story.Kind.FAULT, from, to, words, chapter);
        } else {
            note(entry, Story.Kind.FAULT, lane(entry.to()), words, chapter);
        }
    }

    private String flight(String to, Object message) {
        return to + ' ' + lexicon.label(message);
    }

    /** When the oldest such message was sent; now if nobody knows. */
    private long took(String to, Object message, long nowNanos) {
        Deque<Long> sent = inFlight.get(flight(to, message));
        Long at = sent == null ? null : sent.poll();
        return at == null ? nowNanos : at;
    }

    /** Messages that the run ended before, or that were lost without a word. */
    private void addWhatNeverArrived() {
        for (int i = 0; i < entries.size(); i++) {
            TraceEntry entry = entries.get(i);
            if (isTold(i) && entry.what() instanceof Effect.Send send) {
                ServerMessage message = send.message();
                Deque<Long> left = inFlight.get(flight(send.subject().value(), message));
                if (left != null && left.removeFirstOccurrence(entry.atNanos())) {
                    String words =
                            lexicon.label(message) + (isCut ? " (on its way)" : " (never arrives)");
                    int to = lane(send.subject().value());
                    Story.Kind kind = isCut ? StoryWords.kind(message) : Story.Kind.FAULT;
                    long at = entry.atNanos();
                    step(entry, at, kind, Story.SERVER, to, words, chapter(i));
                }
            }
        }
    }

    private void addViolations() {
        for (ClaimResult claim : run.claims()) {
            if (claim.verdict() == Verdict.VIOLATED && claim.event() <= lastEvent) {
                int chapter = Story.NONE;
                for (int i = 0;
                        i < entries.size() && entries.get(i).event() <= claim.event();
                        i++) {
                    chapter = entries.get(i).event() == claim.event() ? chapter(i) : chapter;
                }
                steps.add(new Story.Step(
                        claim.event(),
                        claim.atNanos(),
                        claim.atNanos(),
                        Story.Kind.FAULT,
                        Story.SERVER,
                        Story.NONE,
                        claim.name() + " is violated: " + claim.why(),
                        chapter));
            }
        }
    }

    private void note(TraceEntry entry, Story.Kind kind, int lane, String words, int chapter) {
        step(entry, entry.atNanos(), kind, lane, Story.NONE, words, chapter);
    }

    private void step(
            TraceEntry entry,
            long sentNanos,
            Story.Kind kind,
            int from,
            int to,
            String words,
            int chapter) {
        steps.add(new Story.Step(
                entry.event(), entry.atNanos(), sentNanos, kind, from, to, words, chapter));
    }
}
