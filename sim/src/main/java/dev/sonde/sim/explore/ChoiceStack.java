package dev.sonde.sim.explore;

import java.util.Arrays;
import java.util.List;

/**
 * The choices of one run in their order, each with how many there were: a path from the root of a
 * tree that is walked depth first.
 */
final class ChoiceStack {

    private static final int FIRST_CAPACITY = 256;

    private int[] chosen = new int[FIRST_CAPACITY];
    private int[] options = new int[FIRST_CAPACITY];
    private int depth;
    private int next;

    /** The next run begins; it repeats what was chosen before, then takes first options. */
    void rewind() {
        next = 0;
    }

    /** True while the run repeats what an earlier one chose. */
    boolean isRepeating() {
        return next < depth;
    }

    /**
     * The next choice of the run.
     *
     * @throws IllegalStateException if the run does not repeat itself
     */
    int choose(int count) {
        if (next < depth) {
            if (options[next] != count) {
                throw new IllegalStateException("the same choices led to another state: choice "
                        + next + " is out of " + count + ", and was out of " + options[next]
                        + " before; something in the run is not determined by its choices");
            }
            return chosen[next++];
        }
        if (depth == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * depth);
            options = Arrays.copyOf(options, 2 * depth);
        }
        chosen[depth] = 0;
        options[depth] = count;
        depth++;
        next++;
        return 0;
    }

    /** Goes on to the next path; false if there is none. */
    boolean advance() {
        while (depth > 0 && chosen[depth - 1] + 1 == options[depth - 1]) {
            depth--;
        }
        if (depth == 0) {
            return false;
        }
        chosen[depth - 1]++;
        return true;
    }

    int depth() {
        return depth;
    }

    /** The choices so far. */
    List<Integer> copy() {
        return Arrays.stream(chosen, 0, depth).boxed().toList();
    }
}
