package dev.sonde.sim.trace;

import dev.sonde.sim.kernel.Mix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened in one run. The digest is always kept; the entries only when asked for. */
public final class Trace {

    /** More than there are kinds. */
    private static final int KINDS = 16;

    private final Lexicon lexicon;
    private final boolean recording;
    private final List<TraceEntry> entries = new ArrayList<>();
    private long digest;

    public Trace(Lexicon lexicon, boolean recording) {
        this.lexicon = lexicon;
        this.recording = recording;
    }

    /** True if entries are kept; those who would make words only for the trace may ask first. */
    public boolean isRecording() {
        return recording;
    }

    public void add(
            long event, long atNanos, TraceEntry.Kind kind, String from, String to, Object what) {
        long when = Mix.mix(digest, atNanos * KINDS + kind.ordinal());
        digest = Mix.mix(when, lexicon.fingerprint(what));
        if (recording) {
            entries.add(new TraceEntry(event, atNanos, kind, from, to, what));
        }
    }

    /** Rolls over everything that happened so far, in order. */
    public long digest() {
        return digest;
    }

    /** Everything that happened so far, in order; empty unless recording. */
    public List<TraceEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    public Lexicon lexicon() {
        return lexicon;
    }
}
