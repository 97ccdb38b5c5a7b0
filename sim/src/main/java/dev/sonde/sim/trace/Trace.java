package dev.sonde.sim.trace;

import dev.sonde.sim.kernel.Mix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened in one run. The digest is always kept; the entries only when asked for. */
public final class Trace {

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
        long word = Mix.mix(atNanos, lexicon.fingerprint(what));
        digest = Mix.mix(digest, word * 8 + kind.ordinal());
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
