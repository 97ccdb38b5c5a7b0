package dev.sonde.sim.scenario;

/** What a study wants of a metric. */
public sealed interface Goal {

    String metric();

    /** The metric keeps to a bound. */
    record Reach(Bound bound) implements Goal {

        @Override
        public String metric() {
            return bound.metric();
        }
    }

    /** The smaller, the better. */
    record Minimise(String metric) implements Goal {}

    /** The greater, the better. */
    record Maximise(String metric) implements Goal {}
}
