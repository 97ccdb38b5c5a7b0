package dev.sonde.sim.network;

import java.util.List;

/** Finds the known word that somebody probably meant. */
final class NearestWord {

    /** Longer words are never typing errors of ours. */
    private static final int LONGEST = 32;

    private NearestWord() {}

    /** The first of the known words with the fewest edits, at most a third of its length; or "". */
    static String of(String word, List<String> known) {
        String best = "";
        int bestEdits = Integer.MAX_VALUE;
        if (word.length() > LONGEST) {
            return best;
        }
        for (String candidate : known) {
            int edits = edits(word, candidate);
            if (edits < bestEdits && edits <= (candidate.length() + 2) / 3) {
                best = candidate;
                bestEdits = edits;
            }
        }
        return best;
    }

    /** Levenshtein distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
