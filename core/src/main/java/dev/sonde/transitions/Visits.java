package dev.sonde.transitions;

/** How often each pair of one table came to one machine. */
public final class Visits {

    private final long[] counts;

    Visits(int pairs) {
        counts = new long[pairs];
    }

    void count(int index) {
        counts[index]++;
    }

    public long of(Rule rule) {
        return counts[rule.index()];
    }

    /** Adds what another machine with the same table has seen. */
    public void add(Visits other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }
}
