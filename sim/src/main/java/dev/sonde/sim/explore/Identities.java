package dev.sonde.sim.explore;

import dev.sonde.sim.kernel.EnabledEvents;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the events of one run apart by their words and an ordinal among those with these words. */
final class Identities {

    private final Map<String, Integer> ran = new LinkedHashMap<>();

    /** The identity of an event that may run next. */
    String of(EnabledEvents enabled, int index) {
        String words = enabled.describe(index);
        return name(words, ordinal(words) + twinsBefore(enabled, index, words));
    }

    /** As {@link #of}, for the event that is next in the default order. */
    String ofNext(EnabledEvents enabled, int first) {
        String words = enabled.describe(first);
        return name(words, ordinal(words));
    }

    /** The event with this identity; -1 if it may not run now. */
    int find(EnabledEvents enabled, String identity) {
        for (int i = 0; i < enabled.count(); i++) {
            if (identity.startsWith(enabled.describe(i)) && identity.equals(of(enabled, i))) {
                return i;
            }
        }
        return -1;
    }

    /** The event runs. */
    void runs(EnabledEvents enabled, int index) {
        ran.merge(enabled.describe(index), 1, Integer::sum);
    }

    private int ordinal(String words) {
        return 1 + ran.getOrDefault(words, 0);
    }

    /** Twins are counted in the order in which they would run by default. */
    private static int twinsBefore(EnabledEvents enabled, int index, String words) {
        int twins = 0;
        for (int i = 0; i < enabled.count(); i++) {
            long difference = enabled.earliestNanos(i) - enabled.earliestNanos(index);
            boolean before = difference < 0 || (difference == 0 && i < index);
            if (before && enabled.describe(i).equals(words)) {
                twins++;
            }
        }
        return twins;
    }

    private static String name(String words, int ordinal) {
        return ordinal == 1 ? words : words + " #" + ordinal;
    }
}
