package dev.sonde.sim.scenario;

import java.util.List;

/**
 * The words that other parts of the bench define and scenario files may use. An empty list means
 * that such words are not checked.
 *
 * @param behaviours of virtual clients
 * @param presets profiles that need not be defined
 * @param claims that a run may violate
 * @param metrics that goals and expectations may name
 */
public record Vocabulary(
        List<Word> behaviours, List<Word> presets, List<Word> claims, List<Metric> metrics) {

    /** Checks no words at all. */
    public static final Vocabulary OPEN =
            new Vocabulary(List.of(), List.of(), List.of(), List.of());

    /** A word and one sentence of meaning. */
    public record Word(String name, String meaning) {}

    /** A metric, what it counts, and one sentence of meaning. */
    public record Metric(String name, Bound.Unit unit, String meaning) {}

    public Vocabulary {
        behaviours = List.copyOf(behaviours);
        presets = List.copyOf(presets);
        claims = List.copyOf(claims);
        metrics = List.copyOf(metrics);
    }
}
