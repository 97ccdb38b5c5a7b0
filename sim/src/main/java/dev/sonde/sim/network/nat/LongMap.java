package dev.sonde.sim.network.nat;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/**
 * Things by numbers, without a box for each number. Open addressing with linear probing. Nobody can
 * walk it, so the order of its slots reaches nothing.
 */
public final class LongMap<V> {

    private static final int FIRST_CAPACITY = 4;
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    private @Nullable Object[] values = new Object[FIRST_CAPACITY];
    private int size;

    public int size() {
        return size;
    }

    /** True if the next {@link #put} of a new key makes the table grow. */
    public boolean isFull() {
        return 2 * (size + 1) > keys.length;
    }

    @SuppressWarnings("unchecked")
    public @Nullable V get(long key) {
        return (V) values[slot(key)];
    }

    public void put(long key, V value) {
        if (isFull()) {
            rebuild(keys.length * 2, kept -> true);
        }
        int slot = slot(key);
        size += values[slot] == null ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    public void remove(long key) {
        int hole = slot(key);
        if (values[hole] == null) {
            return;
        }
        size--;
        values[hole] = null;
        // Whoever was pushed on by the one that is gone moves up.
        int mask = keys.length - 1;
        for (int at = (hole + 1) & mask; values[at] != null; at = (at + 1) & mask) {
            int home = home(keys[at]);
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                keys[hole] = keys[at];
                values[hole] = values[at];
                values[at] = null;
                hole = at;
            }
        }
    }

    /** Keeps only what passes. */
    public void retain(Predicate<V> passes) {
        rebuild(keys.length, passes);
    }

    @SuppressWarnings("unchecked")
    private void rebuild(int capacity, Predicate<V> passes) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[capacity];
        values = new Object[capacity];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            Object value = oldValues[i];
            if (value != null && passes.test((V) value)) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = value;
                size++;
            }
        }
    }

    /** Where the key is, or where it would go. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int home(long key) {
        return (int) ((key * GOLDEN) >>> 40) & (keys.length - 1);
    }
}
