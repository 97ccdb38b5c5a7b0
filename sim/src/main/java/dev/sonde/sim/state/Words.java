package dev.sonde.sim.state;

import dev.sonde.sim.kernel.Mix;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The numbers that a state comes to, in order; on demand, with what each of them is. */
final class Words {

    private static final int FIRST_CAPACITY = 4096;

    private long[] words = new long[FIRST_CAPACITY];
    private int count;

    /** What each word is, while somebody wants to know. */
    private @Nullable List<String> labels;

    private String label = "";

    void clear(boolean withLabels) {
        count = 0;
        labels = withLabels ? new ArrayList<>() : null;
    }

    int count() {
        return count;
    }

    void put(long word) {
        if (count == words.length) {
            words = Arrays.copyOf(words, 2 * count);
        }
        words[count++] = word;
        if (labels != null) {
            labels.add(label);
        }
    }

    void fill(Ranks ranks) {
        ranks.fill(words);
    }

    String label() {
        return label;
    }

    /** What comes next. */
    void label(String what) {
        label = what;
    }

    /** What comes next: a field. */
    void label(String of, String field) {
        if (labels != null) {
            label = of + "." + field;
        }
    }

    /** Where the walk is, for messages. */
    String where() {
        return labels == null ? "the run" : label;
    }

    void hash(long[] two) {
        long first = 0;
        long second = count;
        for (int i = 0; i < count; i++) {
            long word = words[i];
            first = (first ^ word) * 0x9FB2_1C65_1E98_DF25L;
            first ^= first >>> 29;
            second = (second + word) * 0xD6E8_FEB8_6659_FD93L;
            second ^= second >>> 31;
        }
        two[0] = Mix.mix(first);
        two[1] = Mix.mix(second);
    }

    /** One line for each word. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add((labels == null ? "" : labels.get(i)) + " = " + words[i]);
        }
        return lines;
    }
}
