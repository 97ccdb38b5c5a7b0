package dev.sonde.sim.trace;

import java.util.List;

/**
 * What happened in a run, or in parts of it, drawn out for people: who did what to whom, and what
 * went on for how long. Knows no protocol.
 *
 * @param lanes who takes part, by name; the server is the first
 * @param chapters parts to choose from, at least one
 * @param steps in order of time
 * @param spans in order of their beginnings
 * @param note what was left out, in a sentence; empty if nothing was
 */
public record Story(
        List<String> lanes,
        List<Chapter> chapters,
        List<Step> steps,
        List<Span> spans,
        String note) {

    /** The place of the server among the lanes. */
    public static final int SERVER = 0;

    /** Stands for nobody, and for no chapter. */
    public static final int NONE = -1;

    public Story {
        lanes = List.copyOf(lanes);
        chapters = List.copyOf(chapters);
        steps = List.copyOf(steps);
        spans = List.copyOf(spans);
    }

    /** The sorts of steps. */
    public enum Kind {
        /** A message that arrived. */
        MESSAGE,
        /** A message with a candidate, or news of one. */
        CANDIDATE,
        /** What the server decided. */
        DECISION,
        /** What a person did. */
        PERSON,
        /** What happened between browsers. */
        MEDIA,
        /** A fault, or a message that never arrived. */
        FAULT
    }

    /** The sorts of spans. */
    public enum Stage {
        WAITING,
        PROBE,
        CONNECTED
    }

    /**
     * A part of the story, such as one probe.
     *
     * @param members the lanes that it is about, beside the server; empty for everybody
     */
    public record Chapter(String title, List<Integer> members) {

        public Chapter {
            members = List.copyOf(members);
        }
    }

    /**
     * One step.
     *
     * @param event number of the kernel event
     * @param sentNanos when a message was sent, if that is known; else {@code atNanos}
     * @param from lane of who did it
     * @param to lane of who it was done to; {@link #NONE} for nobody
     * @param chapter the chapter that it belongs to, by its place; {@link #NONE} for all
     */
    public record Step(
            long event,
            long atNanos,
            long sentNanos,
            Kind kind,
            int from,
            int to,
            String words,
            int chapter) {}

    /** Something that goes on for a while on one lane. */
    public record Span(int lane, Stage stage, long fromNanos, long toNanos) {}
}
