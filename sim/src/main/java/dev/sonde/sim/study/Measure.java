package dev.sonde.sim.study;

/**
 * A metric that each run has a number of.
 *
 * @param unit {@code ms}, {@code share} (0 to 1), {@code count}, {@code bytes} or {@code ratio}
 */
public record Measure(String name, String unit) {

    /** Matches that stood, of the most that were possible. */
    static final String OPTIMUM = "optimum.share";

    /** The unit of {@link #OPTIMUM} in a row where the most possible is known as a bound only. */
    static final String OF_BOUND = "share of bound";

    /** Its name, and whether a value stands for a share of an upper bound. */
    public String label(boolean isOfBound) {
        return isOfBound && name.equals(OPTIMUM) ? name + " (of an upper bound)" : name;
    }
}
