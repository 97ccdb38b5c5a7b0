package dev.sonde.bench.table;

import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * A ratio of the times of two arms, round by round.
     *
     * @param median of the rounds; not a number if one of the arms is missing
     */
    record Ratio(double median, double least, double most) {}

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

    Ratio ratio(String above, String below) {
        List<Sample> top = of(above);
        List<Sample> bottom = of(below);
        double[] ratios = new double[Math.min(top.size(), bottom.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = top.get(i).nanos() / bottom.get(i).nanos();
        }
        Arrays.sort(ratios);
        return ratios.length == 0
                ? new Ratio(Double.NaN, Double.NaN, Double.NaN)
                : new Ratio(Figures.median(ratios), ratios[0], ratios[ratios.length - 1]);
    }
}
