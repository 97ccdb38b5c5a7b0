package dev.sonde.transitions;

/** Which pairs of one table came to one machine; a bit each, since every machine has one. */
public final class Visits {

    private static final int BITS = 6;

    private final long[] words;

    Visits(int pairs) {
        words = new long[(pairs + Long.SIZE - 1) >> BITS];
    }

    void note(int index) {
        words[index >> BITS] |= 1L << index;
    }

    /** True if the pair of this rule came. */
    public boolean contains(Rule rule) {
        return (words[rule.index() >> BITS] & 1L << rule.index()) != 0;
    }

    /** Adds what came to another machine with the same table. */
    public void add(Visits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }
}
