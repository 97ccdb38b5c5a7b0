package dev.sonde.sim.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs of a study, by setting, and estimates over them. Immutable. */
public final class Results {

    private final Design design;
    private final List<List<Run>> runs;

    /** @param runs in any order; each setting is sorted by the numbers of its runs */
    public Results(Design design, List<Run> runs) {
        this.design = design;
        List<List<Run>> sorted = new ArrayList<>();
        for (int i = 0; i < design.settings().size(); i++) {
            sorted.add(new ArrayList<>());
        }
        for (Run run : runs) {
            sorted.get(run.setting()).add(run);
        }
        List<List<Run>> copies = new ArrayList<>();
        for (List<Run> of : sorted) {
            of.sort((one, other) -> Long.compare(one.number(), other.number()));
            copies.add(Collections.unmodifiableList(of));
        }
        this.runs = Collections.unmodifiableList(copies);
    }

    public Design design() {
        return design;
    }

    /** The runs of a setting, by their numbers. */
    public List<Run> runs(int setting) {
        return runs.get(setting);
    }

    /** All runs of the study, by their numbers. */
    public List<Run> all() {
        return runs.stream()
                .flatMap(List::stream)
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
    }

    /** How many runs there are. */
    public long count() {
        return runs.stream().mapToLong(List::size).sum();
    }

    /** The numbers of a measure in a setting, by the runs; NaN without data. */
    public double[] values(int setting, int measure) {
        return runs(setting).stream().mapToDouble(run -> run.value(measure)).toArray();
    }

    /** The mean over the seeds, with its interval within what the measure can be at all. */
    public Estimate mean(int setting, int measure) {
        Estimate mean = Statistics.mean(values(setting, measure));
        if (!mean.hasInterval()) {
            return mean;
        }
        double most = design.measures().get(measure).unit().equals("share")
                ? 1
                : Double.POSITIVE_INFINITY;
        return new Estimate(
                mean.value(), Math.max(0, mean.low()), Math.min(most, mean.high()), mean.count());
    }

    /** The median over the seeds, with its interval. */
    public Estimate median(int setting, int measure) {
        return Statistics.median(values(setting, measure));
    }

    /** The mean of second − first over the seeds that both settings ran with. */
    public Estimate difference(int first, int second, int measure) {
        Map<Long, Double> ofSeeds = new LinkedHashMap<>();
        runs(first).forEach(run -> ofSeeds.put(run.seed(), run.value(measure)));
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        for (Run run : runs(second)) {
            Double value = ofSeeds.get(run.seed());
            if (value != null) {
                before.add(value);
                after.add(run.value(measure));
            }
        }
        return Statistics.difference(array(before), array(after));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** True if {@code optimum.share} is of an upper bound in any run. */
    public boolean isAnyOfBound() {
        return runs.stream().flatMap(List::stream).anyMatch(Run::isOfBound);
    }

    /** How many runs ended with a verdict. */
    public long count(String verdict) {
        return runs.stream()
                .flatMap(List::stream)
                .filter(run -> run.verdict().equals(verdict))
                .count();
    }
}
