package dev.sonde.sim;

import dev.sonde.sim.network.Presets;
import dev.sonde.sim.oracle.Oracle;
import dev.sonde.sim.oracle.Verdict;
import dev.sonde.sim.outcome.Comparison;
import dev.sonde.sim.outcome.Expected;
import dev.sonde.sim.outcome.MetricTable;
import dev.sonde.sim.outcome.MetricUnit;
import dev.sonde.sim.peer.Behaviour;
import dev.sonde.sim.scenario.Bound;
import dev.sonde.sim.scenario.ExpectSection;
import dev.sonde.sim.scenario.Scenario;
import dev.sonde.sim.scenario.Vocabulary;

import java.util.List;
import java.util.stream.Stream;

/** What scenarios say of outcomes, in the words of outcomes; and those words, for scenarios. */
public final class Expecting {

    private Expecting() {}

    /** What a scenario expects of its run. */
    public static Expected of(Scenario scenario) {
        ExpectSection expect = scenario.expect();
        return new Expected(
                expect.verdict() == ExpectSection.Verdict.HELD ? Verdict.HELD : Verdict.VIOLATED,
                expect.claim().isEmpty() ? null : expect.claim(),
                expect.matched(),
                expect.unmatched(),
                expect.metrics().stream().map(Expecting::comparison).toList());
    }

    /** All words of other parts that a scenario may use. */
    public static Vocabulary vocabulary() {
        List<Vocabulary.Word> behaviours = Stream.of(Behaviour.values())
                .map(behaviour -> new Vocabulary.Word(behaviour.wireName(), behaviour.doc()))
                .toList();
        List<Vocabulary.Word> presets = Presets.all().stream()
                .map(preset -> new Vocabulary.Word(preset.name(), preset.reason()))
                .toList();
        List<Vocabulary.Word> claims = Oracle.claimNames().stream()
                .map(name -> new Vocabulary.Word(name, ClaimWords.meaning(name)))
                .toList();
        return new Vocabulary(behaviours, presets, claims, metrics());
    }

    private static List<Vocabulary.Metric> metrics() {
        return MetricTable.METRICS.stream()
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
