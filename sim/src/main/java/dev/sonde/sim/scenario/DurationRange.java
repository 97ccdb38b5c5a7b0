package dev.sonde.sim.scenario;

/**
 * From a shortest to a longest time, both included.
 *
 * @param minNanos at least 0
 * @param maxNanos at least {@code minNanos}
 */
public record DurationRange(long minNanos, long maxNanos) {

    /** @throws IllegalArgumentException if the range is empty or starts below 0 */
    public DurationRange {
        if (minNanos < 0 || maxNanos < minNanos) {
            throw new IllegalArgumentException("a range goes from a time of at least 0 to one that"
                    + " is not shorter, not from " + Durations.print(minNanos) + " to "
                    + Durations.print(maxNanos));
        }
    }
}
