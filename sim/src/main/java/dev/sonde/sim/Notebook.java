package dev.sonde.sim;

import dev.sonde.lobby.Effect;
import dev.sonde.lobby.Input;
import dev.sonde.protocol.ProbeId;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.pack.Aside;
import dev.sonde.sim.trace.Trace;
import dev.sonde.sim.trace.TraceEntry;

import org.jspecify.annotations.Nullable;

/**
 * What happens in a long run, noted down for those who only listen, the claims and the digest, and
 * read to them on another processor a page at a time. They hear the same in the same order as
 * without it, only later; whoever asks them calls {@link #settle} before.
 */
final class Notebook {

    private static final int LINES = 1 << 14;

    private static final TraceEntry.Kind[] KINDS = TraceEntry.Kind.values();
    private static final int INPUT = KINDS.length;
    private static final int EFFECT = INPUT + 1;
    private static final int AFTER_EVENT = EFFECT + 1;
    private static final int HONEST_RESULT = AFTER_EVENT + 1;

    private final Aside aside;
    private final Trace trace;
    private final Oracle oracle;

    /** The one that is written on; the other one may be read meanwhile. */
    private Page page = new Page();

    private Page other = new Page();

    /** Lines of a kind below {@link #INPUT} are entries of the trace. */
    private static final class Page {
        private final byte[] kinds = new byte[LINES];
        private final long[] events = new long[LINES];
        private final long[] nanos = new long[LINES];
        private final @Nullable Object[] whats = new Object[LINES];
        private int used;
    }

    /** A client that does as it should reported a success; see {@link Oracle#honestResult}. */
    record HonestResult(
            SubjectId subject,
            ProbeId probe,
            double reportedMillis,
            double trueMedianMillis,
            double allowanceMillis) {}

    private Notebook(Aside aside, Trace trace, Oracle oracle) {
        this.aside = aside;
        this.trace = trace;
        this.oracle = oracle;
    }

    /** For a run without faults of its own; null where nobody helps, or entries are recorded. */
    static @Nullable Notebook of(RunOptions options, Trace trace, Epochs epochs) {
        Aside aside = options.aside();
        if (aside == null || options.recordsTrace()) {
            return null;
        }
        Notebook notes = new Notebook(aside, trace, epochs.now());
        epochs.writesInto(notes);
        return notes;
    }

    void entry(long event, long nowNanos, TraceEntry.Kind kind, Object what) {
        add(kind.ordinal(), event, nowNanos, what);
    }

    void input(long event, long nowNanos, Input input) {
        add(INPUT, event, nowNanos, input);
    }

    void effect(long event, long nowNanos, Effect effect) {
        add(EFFECT, event, nowNanos, effect);
    }

    void afterEvent(long event, long nowNanos) {
        add(AFTER_EVENT, event, nowNanos, null);
    }

    void honestResult(long event, long nowNanos, HonestResult result) {
        add(HONEST_RESULT, event, nowNanos, result);
    }

    private void add(int kind, long event, long nowNanos, @Nullable Object what) {
        Page on = page;
        int line = on.used++;
        on.kinds[line] = (byte) kind;
        on.events[line] = event;
        on.nanos[line] = nowNanos;
        on.whats[line] = what;
        if (on.used == LINES) {
            aside.hand(() -> read(on));
            // The page before was read to its end, or this one would not have been taken.
            page = other;
            other = on;
        }
    }

    /** Returns when all that was noted down has been read. */
    void settle() {
        aside.await();
        read(page);
    }

    private void read(Page from) {
        for (int line = 0; line < from.used; line++) {
            read(from.kinds[line], from.events[line], from.nanos[line], from.whats[line]);
            from.whats[line] = null;
        }
        from.used = 0;
    }

    private void read(int kind, long event, long nowNanos, @Nullable Object what) {
        if (kind == AFTER_EVENT) {
            oracle.afterEvent(event, nowNanos);
        } else if (kind == EFFECT && what instanceof Effect effect) {
            oracle.effect(event, nowNanos, effect);
        } else if (kind == INPUT && what instanceof Input input) {
            oracle.input(event, nowNanos, input);
        } else if (what instanceof HonestResult result) {
            oracle.honestResult(
                    event,
                    nowNanos,
                    result.subject,
                    result.probe,
                    result.reportedMillis,
                    result.trueMedianMillis,
                    result.allowanceMillis);
        } else if (what != null) {
            trace.add(event, nowNanos, KINDS[kind], "", "", what);
        }
    }
}
