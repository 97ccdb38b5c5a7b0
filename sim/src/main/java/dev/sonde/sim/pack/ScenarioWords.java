package dev.sonde.sim.pack;

import dev.sonde.sim.explore.Grid;
import dev.sonde.sim.outcome.Comparison;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.Metric;
import dev.sonde.sim.outcome.MetricUnit;
import dev.sonde.sim.outcome.Verdict;
import dev.sonde.sim.scenario.Bound;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.ExploreSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;

import java.util.List;

/** What scenarios say of outcomes, in the words of outcomes, and the other way round. */
public final class ScenarioWords {

    private ScenarioWords() {}

    /** What a scenario expects of its run. */
    public static Expected expected(Scenario scenario) {
        ExpectSection expect = scenario.expect();
        return new Expected(
                expect.verdict() == ExpectSection.Verdict.HELD ? Verdict.HELD : Verdict.VIOLATED,
                expect.claim().isEmpty() ? null : expect.claim(),
                expect.matched(),
                expect.unmatched(),
                expect.metrics().stream().map(ScenarioWords::comparison).toList());
    }

    /** At which instants of its window a schedule of a scenario may run an event. */
    public static Grid grid(Scenario scenario) {
        List<ExploreSection.Instant> grid = scenario.explore().grid();
        return new Grid(
                grid.contains(ExploreSection.Instant.SOONEST),
                grid.contains(ExploreSection.Instant.BETWEEN),
                grid.contains(ExploreSection.Instant.LATEST));
    }

    /** A protocol's metrics, as its scenarios may name them. */
    public static List<Vocabulary.Metric> metrics(List<Metric> metrics) {
        return metrics.stream()
                .map(metric -> new Vocabulary.Metric(
                        metric.name(), unit(metric.unit()), metric.definition() + "."))
                .toList();
    }

    private static Comparison comparison(Bound bound) {
        return new Comparison(
                bound.metric(),
                switch (bound.comparator()) {
                    case LESS -> Comparison.Operator.LESS;
                    case AT_MOST -> Comparison.Operator.AT_MOST;
                    case EQUAL -> Comparison.Operator.EQUAL;
                    case AT_LEAST -> Comparison.Operator.AT_LEAST;
                    case GREATER -> Comparison.Operator.GREATER;
                },
                bound.threshold(),
                bound.text());
    }

    private static Bound.Unit unit(MetricUnit unit) {
        return switch (unit) {
            case MILLISECONDS -> Bound.Unit.DURATION;
            case SHARE -> Bound.Unit.SHARE;
            case COUNT, RATIO -> Bound.Unit.NUMBER;
            case BYTES -> Bound.Unit.SIZE;
        };
    }
}
