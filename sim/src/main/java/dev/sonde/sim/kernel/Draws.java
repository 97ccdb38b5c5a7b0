package dev.sonde.sim.kernel;

/**
 * The choices of one owner under one label, taken one after another.
 *
 * <p>Not a random stream that others share: adding another owner, kind or label changes nothing
 * here.
 */
public final class Draws {

    private static final long UNIT_STEPS = 1L << 53;
    private static final double UNIT_STEP = 0x1.0p-53;

    private final Choices choices;
    private final String owner;
    private final String kind;
    private final String label;
    private long key;
    private boolean hasKey;
    private long ordinal;

    Draws(Choices choices, String owner, String kind, String label) {
        this.choices = choices;
        this.owner = owner;
        this.kind = kind;
        this.label = label;
    }

    public String owner() {
        return owner;
    }

    public String kind() {
        return kind;
    }

    public String label() {
        return label;
    }

    /** Owner, kind and label as 64 bits. */
    public long key() {
        if (!hasKey) {
            // Worked out late: most owners never draw under most of their labels.
            key = Mix.mix(Mix.mix(Mix.mix(owner), Mix.mix(kind)), Mix.mix(label));
            hasKey = true;
        }
        return key;
    }

    /**
     * A value from 0 to {@code bound - 1}, all equally likely.
     *
     * @throws IllegalArgumentException if the bound is less than 1
     */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException(
                    "a choice of " + this + " needs a bound of at least 1, not " + bound);
        }
        return choices.choose(this, ordinal++, bound);
    }

    /**
     * A value from {@code low} to {@code high}, both included.
     *
     * @throws IllegalArgumentException if there is none, or there are more than 2⁶³ - 1 of them
     */
    public long between(long low, long high) {
        return low + below(high - low + 1);
    }

    /** A number in [0, 1), a multiple of 2⁻⁵³. */
    public double unit() {
        return below(UNIT_STEPS) * UNIT_STEP;
    }

    /** True with this probability; nothing is drawn where the answer is certain. */
    public boolean chance(double probability) {
        return probability > 0 && (probability >= 1 || unit() < probability);
    }

    /** Exponentially distributed with this mean, by inversion. */
    public double exponential(double mean) {
        return -mean * StrictMath.log1p(-unit());
    }

    /** Normally distributed with mean 0 and standard deviation 1 (Box-Muller; two draws each). */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    @Override
    public String toString() {
        return owner + "/" + kind + "/" + label;
    }
}
