package dev.sonde.sim.outcome;

/**
 * What a scenario expects of a metric.
 *
 * @param metric a name out of {@link MetricTable}
 * @param bound in the metric's own unit: milliseconds, a share 0 to 1, or a count
 * @param text as the scenario says it, for example {@code < 90s}
 */
public record Comparison(String metric, Operator operator, double bound, String text) {

    /** The comparators of the scenario format. */
    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("=="),
        AT_LEAST(">="),
        GREATER(">");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** True if a number stands in this relation to the bound; never true of NaN. */
    public boolean isMetBy(double number) {
        return switch (operator) {
            case LESS -> number < bound;
            case AT_MOST -> number <= bound;
            case EQUAL -> number == bound;
            case AT_LEAST -> number >= bound;
            case GREATER -> number > bound;
        };
    }
}
