package dev.sonde.server.record;

import dev.sonde.protocol.Initiative;
import dev.sonde.protocol.SubjectId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names that say nothing, in the order of those that they stand for: who offers depends on that
 * order, and with it what the lobby sends first. Each is 12 letters; a new one goes between its
 * neighbours. Where ids that are numbers meet others, there may be no such order; then the first
 * effect that differs is found by the replay.
 */
final class Pseudonyms {

    private static final int LETTERS = 12;
    private static final int ALPHABET = 26;
    private static final long MOST = power(ALPHABET, LETTERS);
    private static final long STEP = 1L << 30;

    private final Map<SubjectId, SubjectId> names = new LinkedHashMap<>();
    private final TreeMap<SubjectId, Long> order = new TreeMap<SubjectId, Long>((a, b) -> {
        int offers = Initiative.compare(a, b);
        return offers != 0 ? offers : a.compareTo(b);
    });

    SubjectId of(SubjectId subject) {
        return names.computeIfAbsent(subject, this::next);
    }

    private SubjectId next(SubjectId subject) {
        Map.Entry<SubjectId, Long> below = order.lowerEntry(subject);
        Map.Entry<SubjectId, Long> above = order.higherEntry(subject);
        long place;
        if (below == null && above == null) {
            place = MOST / 2;
        } else if (above == null) {
            place = below.getValue() + STEP;
        } else if (below == null) {
            place = above.getValue() - STEP;
        } else {
            place = below.getValue() + (above.getValue() - below.getValue()) / 2;
        }
        order.put(subject, place);
        return new SubjectId(text(place));
    }

    private static String text(long place) {
        char[] letters = new char[LETTERS];
        long rest = place;
        for (int i = LETTERS - 1; i >= 0; i--) {
            letters[i] = (char) ('a' + rest % ALPHABET);
            rest /= ALPHABET;
        }
        return new String(letters);
    }

    private static long power(long base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }
}
