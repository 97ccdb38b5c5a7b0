package dev.sonde.sim.scenario;

/** How long something takes, drawn anew for each person. Times are in nanoseconds. */
public sealed interface TimeDistribution {

    /** There is no such time: patience without end, a round-trip time that is not told. */
    record None() implements TimeDistribution {}

    /** Always the same, at least 0. */
    record Constant(long nanos) implements TimeDistribution {

        public Constant {
            requireAtLeastZero(nanos);
        }
    }

    /** All equally likely, both ends included. */
    record Uniform(DurationRange range) implements TimeDistribution {}

    /** Times without memory; the mean is more than 0. */
    record Exponential(long meanNanos) implements TimeDistribution {

        public Exponential {
            requirePositive(meanNanos);
        }
    }

    /**
     * A shape with a mean (more than 0) and a standard deviation (at least 0), both of the drawn
     * value itself.
     */
    record Shaped(Shape shape, long meanNanos, long deviationNanos) implements TimeDistribution {

        public Shaped {
            requirePositive(meanNanos);
            requireAtLeastZero(deviationNanos);
        }
    }

    /** Shapes with a mean and a standard deviation. Negative draws of a normal count as 0. */
    enum Shape {
        NORMAL,
        LOGNORMAL,
        GAMMA
    }

    private static void requirePositive(long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException(
                    "a mean time is more than 0, not " + Durations.print(nanos));
        }
    }

    private static void requireAtLeastZero(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(
                    "a time is at least 0, not " + Durations.print(nanos));
        }
    }
}
