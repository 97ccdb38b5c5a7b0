package dev.sonde.deadlines;

import org.jspecify.annotations.Nullable;

/** Something of one owner that is to happen at an instant; in at most one queue at a time. */
public final class Deadline<T> {

    /** The instant of a deadline that is not set, and of an empty queue. */
    public static final long NONE = Long.MAX_VALUE;

    private final T owner;
    long atNanos = NONE;

    @Nullable
    Deadline<T> earlier;

    @Nullable
    Deadline<T> later;

    public Deadline(T owner) {
        this.owner = owner;
    }

    public T owner() {
        return owner;
    }

    /** When it is due, or {@link #NONE}. */
    public long atNanos() {
        return atNanos;
    }

    public boolean isSet() {
        return atNanos != NONE;
    }
}
