package dev.sonde.bench.table;

/**
 * What one round of one arm gave.
 *
 * @param nanos of one operation
 * @param bytes allocated in one operation; not a number if nobody knows
 * @param extra the other figure of the benchmark, if it has one: events in an operation, or bytes
 *     of the heap of each thing that is alive; else not a number
 */
record Sample(double nanos, double bytes, double extra) {

    /** Counters of benchmarks, by the names of their fields. */
    static final String EVENTS = "events";

    static final String BYTES_EACH = "bytesEach";

    String toLine() {
        return nanos + " " + bytes + " " + extra;
    }

    /** @throws IllegalArgumentException if the line is no sample */
    static Sample of(String line) {
        String[] words = line.split(" ");
        return new Sample(number(words, 0), number(words, 1), number(words, 2));
    }

    private static double number(String[] words, int which) {
        boolean isKnown = which < words.length && !words[which].equals("-");
        return isKnown ? Double.parseDouble(words[which]) : Double.NaN;
    }
}
