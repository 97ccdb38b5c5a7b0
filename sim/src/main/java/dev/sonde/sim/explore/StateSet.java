package dev.sonde.sim.explore;

/** States by their digests of 128 bits: a table with open addressing, two words for each. */
final class StateSet {

    private static final int FIRST_CAPACITY = 1 << 12;

    private long[] words = new long[2 * FIRST_CAPACITY];
    private long size;

    /** False if the state was there already. */
    boolean add(long first, long second) {
        // All bits 0 is an empty place.
        long low = (first | second) == 0 ? 1 : first;
        int at = place(low);
        while (words[at] != 0 || words[at + 1] != 0) {
            if (words[at] == low && words[at + 1] == second) {
                return false;
            }
            at = next(at);
        }
        words[at] = low;
        words[at + 1] = second;
        size++;
        if (3 * size > words.length) {
            grow();
        }
        return true;
    }

    long size() {
        return size;
    }

    private int place(long first) {
        return (int) first & (words.length - 2);
    }

    private int next(int at) {
        return (at + 2) & (words.length - 1);
    }

    private void grow() {
        long[] old = words;
        words = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                int at = place(old[i]);
                while (words[at] != 0 || words[at + 1] != 0) {
                    at = next(at);
                }
                words[at] = old[i];
                words[at + 1] = old[i + 1];
            }
        }
    }
}
