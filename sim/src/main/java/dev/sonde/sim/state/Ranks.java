package dev.sonde.sim.state;

import java.util.Arrays;

/** Numbers of which only the order counts: each is replaced by its rank within its group. */
final class Ranks {

    private static final int FIRST_CAPACITY = 64;

    private int[] places = new int[FIRST_CAPACITY];
    private int[] groups = new int[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int count;

    /** The rank of this value belongs to that place among the words. */
    void add(int place, int group, long value) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            groups = Arrays.copyOf(groups, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        places[count] = place;
        groups[count] = group;
        values[count++] = value;
    }

    void fill(long[] words) {
        for (int i = 0; i < count; i++) {
            words[places[i]] = rank(i);
        }
    }

    /** How many different values of the same group are below. */
    private int rank(int of) {
        int rank = 0;
        for (int i = 0; i < count; i++) {
            if (groups[i] == groups[of] && values[i] < values[of] && isFirst(i)) {
                rank++;
            }
        }
        return rank;
    }

    private boolean isFirst(int of) {
        for (int i = 0; i < of; i++) {
            if (groups[i] == groups[of] && values[i] == values[of]) {
                return false;
            }
        }
        return true;
    }

    void clear() {
        count = 0;
    }
}
