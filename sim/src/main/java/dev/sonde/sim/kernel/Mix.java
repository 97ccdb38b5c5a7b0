package dev.sonde.sim.kernel;

/**
 * The mixing that all chance and all digests stand on: integers only, the same on every machine.
 *
 * <p>The finalizer is variant 13 of Stafford's "Better Bit Mixing" (2011), as in SplitMix64
 * (Steele, Lea, Flood 2014).
 */
public final class Mix {

    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;

    private Mix() {}

    /** A bijection of 64 bits in which every input bit moves every output bit. */
    public static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Folds one more word into a digest; the order of words counts. It is a bijection of each of
     * the two while the other stays.
     *
     * <p>For the words 0, 1, 2… it gives what SplitMix64 seeded with {@code digest} would give.
     */
    public static long mix(long digest, long word) {
        return mix(digest + word * GOLDEN_GAMMA);
    }

    /** 64 bits for a text, by its UTF-16 code units (FNV-1a, then mixed). */
    public static long mix(CharSequence text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }
}
