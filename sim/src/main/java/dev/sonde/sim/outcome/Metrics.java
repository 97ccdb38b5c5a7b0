package dev.sonde.sim.outcome;

import java.util.ArrayList;
import java.util.List;

/** The numbers of one run, in the order of {@link RunResult#metrics()}. */
public final class Metrics {

    /**
     * A metric and its number.
     *
     * @param number NaN without data
     */
    public record Value(Metric metric, double number) {

        public boolean hasData() {
            return !Double.isNaN(number);
        }
    }

    private final RunFacts facts;
    private final List<Value> values;

    private Metrics(RunFacts facts, List<Value> values) {
        this.facts = facts;
        this.values = List.copyOf(values);
    }

    public static Metrics of(RunResult run) {
        RunFacts facts = new RunFacts(run);
        List<Value> values = new ArrayList<>(run.metrics().size());
        for (Metric metric : run.metrics()) {
            values.add(new Value(metric, metric.of().applyAsDouble(facts)));
        }
        return new Metrics(facts, values);
    }

    /** All metrics, also those without data. */
    public List<Value> values() {
        return values;
    }

    /** The series that the metrics were made from. */
    public RunFacts facts() {
        return facts;
    }

    /**
     * The number of one metric, NaN without data.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public double number(String name) {
        return value(name).number();
    }

    /**
     * One metric and its number.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public Value value(String name) {
        for (Value value : values) {
            if (value.metric().name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException("there is no metric " + name);
    }
}
