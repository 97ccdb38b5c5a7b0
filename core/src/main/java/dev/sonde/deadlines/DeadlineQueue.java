package dev.sonde.deadlines;

import org.jspecify.annotations.Nullable;

/**
 * Deadlines of one kind, in order. They form a linked list through themselves, and a new one finds
 * its place from the back: kinds with one constant duration are set in order, so that takes one
 * step. Equal instants keep the order in which they were set.
 */
public final class DeadlineQueue<T> {

    private @Nullable Deadline<T> first;
    private @Nullable Deadline<T> last;
    private int size;

    /** Sets a deadline, in place of the instant it had in this queue. */
    public void set(Deadline<T> deadline, long atNanos) {
        clear(deadline);
        Deadline<T> before = last;
        while (before != null && before.atNanos > atNanos) {
            before = before.earlier;
        }
        Deadline<T> after = before == null ? first : before.later;
        deadline.atNanos = atNanos;
        deadline.earlier = before;
        deadline.later = after;
        if (before == null) {
            first = deadline;
        } else {
            before.later = deadline;
        }
        if (after == null) {
            last = deadline;
        } else {
            after.earlier = deadline;
        }
        size++;
    }

    /** Takes a deadline out; nothing happens if it is not set. */
    public void clear(Deadline<T> deadline) {
        if (!deadline.isSet()) {
            return;
        }
        Deadline<T> before = deadline.earlier;
        Deadline<T> after = deadline.later;
        if (before == null) {
            first = after;
        } else {
            before.later = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.earlier = before;
        }
        deadline.atNanos = Deadline.NONE;
        deadline.earlier = null;
        deadline.later = null;
        size--;
    }

    /** When the first one is due, or {@link Deadline#NONE}. */
    public long nextNanos() {
        Deadline<T> next = first;
        return next == null ? Deadline.NONE : next.atNanos;
    }

    /** Takes out the first one if it is due at or before now, and gives its owner, else null. */
    public @Nullable T pollDue(long nowNanos) {
        Deadline<T> next = first;
        if (next == null || next.atNanos > nowNanos) {
            return null;
        }
        clear(next);
        return next.owner();
    }

    public int size() {
        return size;
    }
}
