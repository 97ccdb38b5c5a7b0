package dev.sonde.sim.network;

/** A link in one direction, in the vocabulary of netem. Immutable; {@link Link} is one in use. */
public record LinkSpec(String text) {

    /** A link without delay or loss. */
    public static final LinkSpec PERFECT = new LinkSpec("");

    /**
     * Reads netem's words, for example {@code delay 40ms 8ms 25% distribution normal loss 1%}.
     *
     * @throws IllegalArgumentException with the word that was not understood and what is known
     */
    public static LinkSpec parse(String text) {
        return new LinkSpec(text);
    }

    /** Mean one-way delay without loss, in nanoseconds. */
    public long meanDelayNanos() {
        return text.length();
    }
}
