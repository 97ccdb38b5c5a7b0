package dev.sonde.sim.outcome;

import java.util.function.ToDoubleFunction;

/**
 * One word of the closed list of metrics.
 *
 * @param definition one sentence, without the full stop
 * @param of its number; NaN without data
 */
public record Metric(
        String name, MetricUnit unit, String definition, ToDoubleFunction<RunFacts> of) {}
