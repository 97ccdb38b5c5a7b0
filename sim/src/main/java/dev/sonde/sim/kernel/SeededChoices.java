package dev.sonde.sim.kernel;

/**
 * Chance from a seed: a counter-based generator, so a choice depends on its key and the seed and on
 * nothing that was chosen before.
 */
public final class SeededChoices implements Choices {

    private final long seed;

    public SeededChoices(long seed) {
        this.seed = Mix.mix(seed);
    }

    @Override
    public long choose(Draws draws, long ordinal, long bound) {
        return scale(Mix.mix(Mix.mix(seed, draws.key()), ordinal), bound);
    }

    /**
     * 64 random bits to a value below the bound, by multiplication (Lemire 2019, without retry).
     */
    static long scale(long bits, long bound) {
        long fraction = bits >>> 1;
        return (Math.multiplyHigh(fraction, bound) << 1) | ((fraction * bound) >>> 63);
    }
}
