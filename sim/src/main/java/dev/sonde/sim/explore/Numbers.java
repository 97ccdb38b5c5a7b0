package dev.sonde.sim.explore;

import java.util.Arrays;

/**
 * A number for each event (or step, or chain) of a run, by its own number; 0 for those that were
 * given none. Keeps its room from run to run.
 */
final class Numbers {

    private long[] numbers = new long[256];
    private int used;

    long get(long index) {
        return index < used ? numbers[(int) index] : 0;
    }

    void set(long of, long number) {
        int index = Math.toIntExact(of);
        if (index >= used) {
            if (index >= numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(index + 1, 2 * numbers.length));
            }
            used = index + 1;
        }
        numbers[index] = number;
    }

    /** Forgets all of them, for the next run. */
    void clear() {
        Arrays.fill(numbers, 0, used, 0);
        used = 0;
    }
}
