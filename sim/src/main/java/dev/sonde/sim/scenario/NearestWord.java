package dev.sonde.sim.scenario;

import java.util.Collection;

/** The known word that somebody who mistyped most likely meant. */
public final class NearestWord {

    /** Longer words are not slips of a finger, and would cost time. */
    private static final int LONGEST = 48;

    /** A longer list helps nobody. */
    private static final int LONGEST_LIST = 40;

    private NearestWord() {}

    /** A question such as {@code did you mean 'joins'?}, or the whole choice if nothing is near. */
    public static String help(String word, Collection<String> known) {
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known) {
            int edits = edits(word, candidate);
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        int allowed = Math.max(2, best.length() / 2);
        if (!best.isEmpty() && fewest <= allowed && fewest < best.length()) {
            return "did you mean '" + best + "'?";
        }
        return known.isEmpty() || known.size() > LONGEST_LIST
                ? ""
                : "known are: " + String.join(", ", known);
    }

    /** The same, with the whole choice also behind a question. */
    public static String withAll(String word, Collection<String> known) {
        String help = help(word, known);
        return help.startsWith("did") ? help + " known are: " + String.join(", ", known) : help;
    }

    /** A question such as {@code did you mean 'poisson'?}, or else another help. */
    public static String helpOr(String word, Collection<String> known, String other) {
        String help = help(word, known);
        return help.startsWith("did") ? help : other;
    }

    /** Edits that turn one into the other: insert, delete, replace, swap two neighbours. */
    static int edits(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
