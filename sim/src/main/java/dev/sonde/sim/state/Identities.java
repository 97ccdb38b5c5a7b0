package dev.sonde.sim.state;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Numbers objects in the order in which they come, by identity. */
final class Identities {

    private static final int FIRST_CAPACITY = 1024;

    private @Nullable Object[] keys = new @Nullable Object[FIRST_CAPACITY];
    private int[] numbers = new int[FIRST_CAPACITY];
    private int size;

    /** The object's number; one that is new gets the next one, which is {@link #size} before. */
    int number(Object object) {
        int mask = keys.length - 1;
        int at = spread(object) & mask;
        while (true) {
            Object key = keys[at];
            if (key == object) {
                return numbers[at];
            }
            if (key == null) {
                break;
            }
            at = (at + 1) & mask;
        }
        if (2 * (size + 1) > keys.length) {
            grow();
            return number(object);
        }
        keys[at] = object;
        numbers[at] = size;
        return size++;
    }

    /** The object's number, or -1 if it did not come yet. */
    int find(Object object) {
        int mask = keys.length - 1;
        int at = spread(object) & mask;
        while (keys[at] != null) {
            if (keys[at] == object) {
                return numbers[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    int size() {
        return size;
    }

    private static int spread(Object object) {
        int hash = System.identityHashCode(object);
        return hash ^ (hash >>> 15);
    }

    private void grow() {
        @Nullable Object[] oldKeys = keys;
        int[] oldNumbers = numbers;
        int capacity = 2 * oldKeys.length;
        keys = new @Nullable Object[capacity];
        numbers = new int[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            Object key = oldKeys[i];
            if (key != null) {
                int at = spread(key) & (capacity - 1);
                while (keys[at] != null) {
                    at = (at + 1) & (capacity - 1);
                }
                keys[at] = key;
                numbers[at] = oldNumbers[i];
            }
        }
    }

    void clear() {
        Arrays.fill(keys, null);
        size = 0;
    }
}
