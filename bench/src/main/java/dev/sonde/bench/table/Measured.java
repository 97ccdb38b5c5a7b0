package dev.sonde.bench.table;

import dev.sonde.bench.rounds.Sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a study gave: for each arm one sample for each round, or why there is none. */
final class Measured {

    private final Study study;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    Measured(Study study) {
        this.study = study;
    }

    Study study() {
        return study;
    }

    void add(Arm arm, Sample sample) {
        samples.computeIfAbsent(arm.name(), name -> new ArrayList<>()).add(sample);
    }

    void miss(Arm arm, String why) {
        samples.remove(arm.name());
        missing.put(arm.name(), why);
    }

    void version(Arm arm, String version) {
        versions.put(arm.name(), version);
    }

    /** The arms that could not be measured, and why. */
    Map<String, String> missing() {
        return missing;
    }

    Map<String, String> versions() {
        return versions;
    }

    double nanos(String arm) {
        return median(arm, Sample::nanos);
    }

    /** Of the quickest round. */
    double leastNanos(String arm) {
        return of(arm).stream().mapToDouble(Sample::nanos).min().orElse(Double.NaN);
    }

    double bytes(String arm) {
        return median(arm, Sample::bytes);
    }

    double extra(String arm) {
        return median(arm, Sample::extra);
    }

    private double median(String arm, ToDoubleFunction<Sample> figure) {
        return Figures.median(of(arm).stream()
                .mapToDouble(figure)
                .filter(each -> !Double.isNaN(each))
                .toArray());
    }

    private List<Sample> of(String arm) {
        return samples.getOrDefault(arm, List.of());
    }

    /** What an aim is about, round by round. */
    Spread spread(Aim aim) {
        return spread(aim.reading(), aim.first(), aim.second());
    }

    Spread spread(Reading reading, String first, String second) {
        List<Sample> top = of(first);
        List<Sample> bottom = of(second);
        double[] rounds = new double[Math.min(top.size(), bottom.size())];
        for (int i = 0; i < rounds.length; i++) {
            rounds[i] = reading.of(top.get(i), bottom.get(i));
        }
        return Spread.of(rounds);
    }
}
