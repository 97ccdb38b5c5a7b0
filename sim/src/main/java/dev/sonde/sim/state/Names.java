package dev.sonde.sim.state;

import java.util.Arrays;

/** Numbers words in the order in which they come. There are few at a time. */
final class Names {

    private static final int FIRST_CAPACITY = 64;

    private long[] words = new long[FIRST_CAPACITY];
    private int size;

    int number(long word) {
        for (int i = 0; i < size; i++) {
            if (words[i] == word) {
                return i;
            }
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
        }
        words[size] = word;
        return size++;
    }

    /** The word's number, or {@link Integer#MAX_VALUE} if it did not come yet. */
    int find(long word) {
        for (int i = 0; i < size; i++) {
            if (words[i] == word) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    void clear() {
        size = 0;
    }
}
