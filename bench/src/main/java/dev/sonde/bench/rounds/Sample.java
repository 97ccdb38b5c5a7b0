package dev.sonde.bench.rounds;

/**
 * What one round of one arm gave; what nobody knows is not a number.
 *
 * @param nanos of one operation
 * @param bytes allocated in one operation
 * @param extra the other figure of the arm, if it has one: events in an operation, or bytes of
 *     memory of each thing, or of all
 */
public record Sample(double nanos, double bytes, double extra) {

    /** As a line that {@link #of} reads. */
    public String toLine() {
        return nanos + " " + bytes + " " + extra;
    }

    /**
     * Reads a line; {@code -}, or nothing, is what nobody knows.
     *
     * @throws NumberFormatException if the line is no sample
     */
    public static Sample of(String line) {
        String[] words = line.split(" ");
        return new Sample(number(words, 0), number(words, 1), number(words, 2));
    }

    private static double number(String[] words, int which) {
        boolean isKnown = which < words.length && !words[which].equals("-");
        return isKnown ? Double.parseDouble(words[which]) : Double.NaN;
    }
}
