package dev.sonde.sim.explore;

import java.util.List;

/**
 * How likely a failure is after each event of the run that failed, if all that follows is drawn
 * anew.
 *
 * @param points by rising events, at least two
 * @param culprit the place in {@code points} of the event at which the probability rises most
 */
public record Explanation(Capsule capsule, List<Point> points, int culprit) {

    public Explanation {
        points = List.copyOf(points);
    }

    /**
     * One event.
     *
     * @param event its number; 0 for the start of the run
     * @param what it was, in words
     * @param atNanos when it ran
     * @param runs how many runs began like the failing one up to and with this event
     * @param failed how many of them failed
     */
    public record Point(long event, String what, long atNanos, int runs, int failed) {

        /** 95 % of a normal distribution lie within so many standard deviations. */
        private static final double DEVIATIONS = 1.96;

        public double share() {
            return (double) failed / runs;
        }

        /** Lower end of the 95 % interval of the probability (Wilson 1927). */
        public double low() {
            return Math.max(0, centre() - halfWidth());
        }

        /** Upper end of it. */
        public double high() {
            return Math.min(1, centre() + halfWidth());
        }

        private double centre() {
            double squared = DEVIATIONS * DEVIATIONS;
            return (failed + squared / 2) / (runs + squared);
        }

        private double halfWidth() {
            double squared = DEVIATIONS * DEVIATIONS;
            double spread = (double) failed * (runs - failed) / runs + squared / 4;
            return DEVIATIONS * StrictMath.sqrt(spread) / (runs + squared);
        }
    }

    /** The event at which the probability rises most. */
    public Point at() {
        return points.get(culprit);
    }

    /** The event just before it. */
    public Point before() {
        return points.get(culprit - 1);
    }

    /** True if the two intervals do not overlap: then one event made the difference. */
    public boolean isClear() {
        return before().high() < at().low();
    }
}
